import { redirect } from 'react-router';

import { requestContext } from '../request-context.ts';
import type { Route } from './+types/entrance.ts';

/** Leads from the bare address to the reader's language. */
export function loader({ context }: Route.LoaderArgs) {
  const { site } = context.get(requestContext);
  return redirect(`/${site.locale}`, { status: 302, headers: { Vary: 'Accept-Language' } });
}
