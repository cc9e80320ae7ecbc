const PERMANENT = /^\/id\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/[^/]+)?\/?$/i;

/**
 * Whether a path is a manual's identifier, `/id/{uuid}[/{number}]`. `id` is Indonesian as well: `/id/manuals` is a page
 * in Indonesian, and only a UUID behind it makes an identifier.
 */
export function isPermanentId(path: string): boolean {
  return PERMANENT.test(path);
}
