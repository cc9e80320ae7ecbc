import { Outlet, type MiddlewareFunction } from 'react-router';

import { localeOf } from '../not-found.ts';

/** Refuses an unknown language before anything beneath it loads. */
export const middleware: MiddlewareFunction<Response>[] = [
  ({ params }) => {
    localeOf(params);
  },
];

/** Everything beneath a language. */
export default function LocaleRoute() {
  return <Outlet />;
}
