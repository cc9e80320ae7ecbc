import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Signs version hashes with one Ed25519 key (RFC 8032). */
export interface Signer {
  /** First 16 hexadecimal digits of the SHA-256 of the public key. */
  keyId: string;
  /** Public key, base64url. */
  publicKey: string;
  /** Signature of a version's hash (its hexadecimal text as UTF-8), base64url. */
  sign(hash: string): string;
}

const SECRET = /^[0-9a-f]{64}$/u;

/** A signer from a secret key: 32 bytes, hexadecimal. */
export function signerFrom(secretHex: string): Signer {
  if (!SECRET.test(secretHex)) throw new Error('SIGNING_KEY is no Ed25519 secret key: 64 hexadecimal digits, as "openssl rand -hex 32" prints them.');
  const secret = hexToBytes(secretHex);
  const publicKey = ed25519.getPublicKey(secret);
  return {
    keyId: keyIdOf(publicKey),
    publicKey: Buffer.from(publicKey).toString('base64url'),
    sign: (hash) => Buffer.from(ed25519.sign(utf8ToBytes(hash), secret)).toString('base64url'),
  };
}

/** Name of a public key: the first 16 hexadecimal digits of its SHA-256. */
export function keyIdOf(publicKey: Uint8Array): string {
  return bytesToHex(sha256(publicKey)).slice(0, 16);
}

/** Whether a signature (base64url) of a version's hash was made with a public key (base64url); false for what is no signature or no key. */
export function verifySignature(hash: string, signature: string, publicKey: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  const key = Buffer.from(publicKey, 'base64url');
  return bytes.length === 64 && key.length === 32 && ed25519.verify(bytes, utf8ToBytes(hash), key);
}

/** The signer of the key in a file; the key is made on first use, readable by its owner only. */
export async function signerFromFile(file: string): Promise<Signer> {
  const existing = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (existing !== null) return signerFrom(existing.trim());
  const secret = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
  return signerFrom(secret);
}
