import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { isRouteErrorResponse, ServerRouter, type EntryContext, type HandleErrorFunction, type RouterContextProvider } from 'react-router';

import { requestContext } from './request-context.ts';
import { SiteProvider } from './ui/site.tsx';

/** Renders a page whole: nothing on it waits, and the API keeps the finished page in its cache. */
export default function handleRequest(
  ...[request, status, headers, routerContext, loadContext]: [Request, number, Headers, EntryContext, RouterContextProvider]
): Response {
  const { messages, site } = loadContext.get(requestContext);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', site.locale);
  const html = renderToString(
    <I18nextProvider i18n={messages}>
      <SiteProvider site={site}>
        <ServerRouter context={routerContext} url={request.url} />
      </SiteProvider>
    </I18nextProvider>,
  );
  return new Response(request.method === 'HEAD' ? null : `<!DOCTYPE html>${html}`, { status, headers });
}

/** Reports what a loader or a component threw; an address that leads nowhere is no fault, and a reader who left is none. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  (context as RouterContextProvider).get(requestContext).report(error);
};
