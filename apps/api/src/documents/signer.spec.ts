import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keyIdOf, signerFrom, signerFromFile, verifySignature } from './signer.ts';

const SECRET = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const HASH = 'a'.repeat(64);
const flip = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'naru-key-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('a signature', () => {
  const signer = signerFrom(SECRET);

  test('is of the key of RFC 8032, section 7.1, test 1', () => {
    expect(Buffer.from(signer.publicKey, 'base64url').toString('hex')).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(signer.keyId).toBe('21fe31dfa154a261');
  });

  test('is verified with the public key that the library publishes, by this code and by Node\'s own', () => {
    const signature = signer.sign(HASH);
    expect(verifySignature(HASH, signature, signer.publicKey)).toBe(true);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signer.publicKey }, format: 'jwk' });
    expect(verify(null, Buffer.from(HASH), key, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  test('is the same each time', () => {
    expect(signer.sign(HASH)).toBe(signerFrom(SECRET).sign(HASH));
  });

  test('fails for another hash, another signature and another key', () => {
    const signature = signer.sign(HASH);
    const other = signerFrom('b'.repeat(64));
    expect(verifySignature('b'.repeat(64), signature, signer.publicKey)).toBe(false);
    expect(verifySignature(HASH, flip(signature), signer.publicKey)).toBe(false);
    expect(verifySignature(HASH, signature, other.publicKey)).toBe(false);
    expect(verifySignature(HASH, other.sign(HASH), signer.publicKey)).toBe(false);
    expect(other.keyId).not.toBe(signer.keyId);
  });

  test.each(['', 'x', '!!!', 'A'.repeat(10), 'A'.repeat(86), 'A'.repeat(200)])('fails, without an error, for what is none: %j', (garbage) => {
    expect(verifySignature(HASH, garbage, signer.publicKey)).toBe(false);
    expect(verifySignature(HASH, signer.sign(HASH), garbage)).toBe(false);
  });
});

test('a key is named by the start of its SHA-256', () => {
  expect(keyIdOf(new Uint8Array())).toBe('e3b0c44298fc1c14');
});

describe('a secret key', () => {
  test.each(['', 'a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), 'g'.repeat(64), `${'a'.repeat(64)}\n`, ` ${'a'.repeat(64)}`])('is refused when it is none: %j', (secret) => {
    expect(() => signerFrom(secret)).toThrow('SIGNING_KEY');
  });

  test('is never part of the message', () => {
    expect(() => signerFrom('secret-that-is-wrong')).not.toThrow(/secret-that-is-wrong/u);
  });
});

describe('the key in a file', () => {
  test('is made on first use, for its owner only, and is the same from then on', async () => {
    const file = join(await newFolder(), 'keys/signing.key');
    const first = await signerFromFile(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/u);
    expect(await readdir(join(file, '..'))).toEqual(['signing.key']);
    const second = await signerFromFile(file);
    expect(second.publicKey).toBe(first.publicKey);
    expect(verifySignature(HASH, second.sign(HASH), first.publicKey)).toBe(true);
  });

  test('differs from file to file', async () => {
    const folder = await newFolder();
    expect((await signerFromFile(join(folder, 'a'))).keyId).not.toBe((await signerFromFile(join(folder, 'b'))).keyId);
  });

  test.each(['', 'not a key\n', '-----BEGIN PRIVATE KEY-----\n'])('that holds %j is refused and left alone', async (text) => {
    const file = join(await newFolder(), 'signing.key');
    await writeFile(file, text);
    await expect(signerFromFile(file)).rejects.toThrow('64 hexadecimal digits');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('that can\'t be read is an error, never a new key', async () => {
    const file = join(await newFolder(), 'signing.key');
    await symlink(file, file);
    await expect(signerFromFile(file)).rejects.toThrow('ELOOP');
    expect((await lstat(file)).isSymbolicLink()).toBe(true);
  });
});

test('a key that OpenSSL made signs as it does there', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { d = '', x } = privateKey.export({ format: 'jwk' });
  expect(signerFrom(Buffer.from(d, 'base64url').toString('hex')).publicKey).toBe(x);
  expect(createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })).asymmetricKeyType).toBe('ed25519');
});
