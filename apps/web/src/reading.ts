/** What a route's `handle` says of its page. */
export interface PageHandle {
  /** The page is read, not worked in: it is rendered on the server and carries no framework script. */
  readonly reading: boolean;
}

/** The handle of a page that is read. */
export const READING: PageHandle = { reading: true };

/**
 * Whether a page carries no framework script, as its own route's handle says.
 * @param matches the matched routes, outermost first
 */
export function isReadingPage(matches: readonly { handle?: unknown }[]): boolean {
  const own = matches.at(-1)?.handle;
  return typeof own === 'object' && own !== null && 'reading' in own && own.reading === true;
}
