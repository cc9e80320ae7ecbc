import { randomUUID } from 'node:crypto';

import { isLocale, negotiateLocale, type Locale } from '@naru/domain';
import { createI18n } from '@naru/i18n';
import type { i18n } from 'i18next';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import * as build from 'virtual:react-router/server-build';

import { graphqlContext, type Graphql } from './graphql-context.ts';
import { isPermanentId } from './permanent-id.ts';
import { requestContext } from './request-context.ts';

/** How the pages are served. */
export interface WebOptions {
  /** The only origin for absolute addresses, such as `https://naru.example`; null: none is published. */
  publicUrl: string | null;
  /** Told of every fault that a reader meets, with the number that her error page shows. */
  onError: (error: unknown, requestId: string) => void;
}

const messages = new Map<Locale, Promise<i18n>>();

/**
 * Makes the handler of every page. It reads nothing but the request and what `makeGraphql` gives, so the answer depends
 * on the address, the library and (where the address has no language) `Accept-Language`, which `Vary` then says.
 * Without a public address, printed addresses have the request's origin: a cache must then key by it as well.
 */
export function createWebHandler(makeGraphql: (request: Request) => Graphql, options: WebOptions): (request: Request) => Promise<Response> {
  const handle = createRequestHandler(build, 'production');
  const publicUrl = options.publicUrl?.replace(/\/+$/, '') ?? null;
  return async (request) => {
    const url = new URL(request.url);
    const prefix = url.pathname.split('/')[1] ?? '';
    const stated = isLocale(prefix) && !isPermanentId(url.pathname) ? prefix : null;
    const locale = stated ?? negotiateLocale(request.headers.get('accept-language'));
    const requestId = request.headers.get('x-request-id') ?? randomUUID();
    const context = new RouterContextProvider();
    context.set(graphqlContext, makeGraphql(request));
    context.set(requestContext, {
      messages: await messagesOf(locale),
      report: (error) => {
        options.onError(error, requestId);
      },
      site: { locale, publicUrl, origin: publicUrl ?? url.origin, path: url.pathname, query: url.search, requestId },
    });
    const response = await handle(request, context);
    if (stated === null) response.headers.set('Vary', 'Accept-Language');
    response.headers.set('X-Request-Id', requestId);
    return response;
  };
}

function messagesOf(locale: Locale): Promise<i18n> {
  const known = messages.get(locale);
  if (known) return known;
  const made = createI18n(locale);
  messages.set(locale, made);
  return made;
}
