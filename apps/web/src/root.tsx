import { directionOf } from '@naru/domain';
import type { ReactNode } from 'react';
import { Outlet, Scripts, useMatches, useRouteError } from 'react-router';

import stylesheet from './app.css?url';
import enhance from './enhance/main.ts?worker&url';
import { ErrorPage } from './features/shell/error-page.tsx';
import { isReadingPage } from './reading.ts';
import { useSite } from './ui/site.tsx';

/** The document around every page, errors included. A reading page carries no framework script. */
export function Layout({ children }: { children: ReactNode }) {
  const { locale } = useSite();
  // The router answers null, not undefined, where nothing was thrown.
  const failed = (useRouteError() ?? null) !== null;
  const reading = isReadingPage(useMatches()) || failed;
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#fffdf8" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#10151f" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet} />
        <script type="module" src={enhance} />
      </head>
      <body>
        {children}
        {reading ? null : <Scripts />}
      </body>
    </html>
  );
}

/** The page of the address. */
export default function Root() {
  return <Outlet />;
}

/** The page for whatever went wrong below. */
export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
