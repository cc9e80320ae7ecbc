import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Allow } from '../platform/access/allow.ts';

/** Token: public keys that signed versions, the present one first. */
export const PUBLIC_KEYS = Symbol('public keys');

/** A public key that signed versions. */
export interface PublicKey { keyId: string; algorithm: 'Ed25519'; publicKey: string }

/** The keys that prove a version's signature; former keys stay for ever. */
@Allow('everyone')
@Controller('.well-known')
export class KeysController {
  constructor(@Inject(PUBLIC_KEYS) private readonly keys: readonly PublicKey[]) {}

  /** Every public key, base64url. */
  @Get('naru-keys.json')
  @Header('Cache-Control', 'public, max-age=300')
  list(): { keys: readonly PublicKey[] } {
    return { keys: this.keys };
  }
}
