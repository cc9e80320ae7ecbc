import { readdir, readFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';
import type { ResponseCache, StoredResponse } from '../cache/response-cache.ts';
import { EXPLORER_HEADERS } from './security-headers.ts';

/** Path of the page that explores GraphQL; a browser gets it at `/graphql` too. */
export const EXPLORER = '/explorer/index.html';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json', '.json': 'application/json', '.woff2': 'font/woff2', '.html': 'text/html; charset=utf-8', '.map': 'application/json',
};

/**
 * Reads the built web's files into memory, compressed once: some hundred kilobytes. Only what was read is ever served, so no path leads outside.
 * @param folder `client/` of the built web
 * @returns answers by path, such as `/assets/app-1a2b.css`
 */
export async function loadAssets(folder: string, cache: ResponseCache): Promise<Map<string, StoredResponse>> {
  const assets = new Map<string, StoredResponse>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = posix.join('/', file.slice(folder.length).replaceAll('\\', '/'));
    const hashed = path.startsWith('/assets/') || path.startsWith('/explorer/assets/');
    const headers = {
      ...(path === EXPLORER ? EXPLORER_HEADERS : {}),
      'Content-Type': type,
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
    };
    assets.set(path, cache.put(`asset ${path}`, { revision: null, headers, body: await readFile(file) }));
  }
  return assets;
}
