import { PermanentIdDocument } from '@naru/api-client';
import { redirect } from 'react-router';

import { NotFoundPage } from '../features/shell/not-found-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { notFound } from '../not-found.ts';
import { isPermanentId } from '../permanent-id.ts';
import { READING } from '../reading.ts';
import { requestContext } from '../request-context.ts';
import type { Route } from './+types/permanent-id.ts';

export const handle = READING;

/** Leads from the identifier that citations carry, with or without a version's number, to the page in the reader's language. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  if (!isPermanentId(new URL(request.url).pathname)) throw notFound();
  const { manual } = await context.get(graphqlContext)(PermanentIdDocument, { id: params.uuid });
  if (!manual) throw notFound();
  const { locale } = context.get(requestContext).site;
  const version = params.number === undefined ? '' : `/v/${encodeURIComponent(params.number)}`;
  throw redirect(`/${locale}/manuals/${manual.slug}${version}`, { status: 302, headers: { Vary: 'Accept-Language' } });
}

/** Never shown by itself: the loader leads on, or to the error page. */
export default NotFoundPage;
