import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

/** Who may call a root field or an address. Accounts come with the desk; until then there is `everyone`. */
export type Audience = 'everyone';

/** Metadata key of {@link Allow}. */
export const ALLOW = 'naru:allow';

/** Opens a root field or an address to an audience. What has no `@Allow` is closed. */
export const Allow = (audience: Audience): MethodDecorator & ClassDecorator => SetMetadata(ALLOW, audience);

/** The first lock: refuses whatever was not opened by {@link Allow}. */
@Injectable()
export class AllowGuard implements CanActivate {
  readonly #reflector: Reflector;

  constructor(reflector: Reflector) {
    this.#reflector = reflector;
  }

  canActivate(context: ExecutionContext): boolean {
    const audience = this.#reflector.getAllAndOverride<Audience | undefined>(ALLOW, [context.getHandler(), context.getClass()]);
    return audience === 'everyone';
  }
}
