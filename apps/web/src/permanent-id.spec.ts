import { expect, test } from 'vitest';

import { isPermanentId } from './permanent-id.ts';

const UUID = '019ab2c0-1f2e-7a3b-8c4d-5e6f70819203';

test('an identifier is a UUID, with or without a version', () => {
  expect(isPermanentId(`/id/${UUID}`)).toBe(true);
  expect(isPermanentId(`/id/${UUID}/1.0`)).toBe(true);
});

test('Indonesian pages and other languages are no identifiers', () => {
  for (const path of ['/id', '/id/manuals', '/id/manuals/owl-bus', `/en/${UUID}`, `/id/${UUID}/1.0/x`, `/id/${UUID}x`]) {
    expect(isPermanentId(path), path).toBe(false);
  }
});
