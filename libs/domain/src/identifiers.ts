/** Pattern of a slug: the readable, permanent part of a manual's address. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Pattern of a UUID of version 7 (RFC 9562, section 5.7), lower case. */
export const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Pattern of a version number: major.minor, from 1.0, without leading zeros. */
export const VERSION_NUMBER = /^[1-9]\d{0,3}\.(0|[1-9]\d{0,3})$/;

/** Orders version numbers: negative when `a` is older than `b`. */
export function compareVersionNumbers(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
