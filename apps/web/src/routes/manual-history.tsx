import { ManualHistoryDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';
import { redirect } from 'react-router';

import { HistoryView } from '../features/manuals/history-view.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf, notFound } from '../not-found.ts';
import { READING } from '../reading.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { localPath } from '../ui/site.tsx';
import type { Route } from './+types/manual-history.ts';

/** The history is read: no framework script. */
export const handle = READING;

/** Reads a page of the manual's versions, newest first. */
export async function loader({ params, context, request }: Route.LoaderArgs) {
  const locale = localeOf(params);
  const after = new URL(request.url).searchParams.get('after');
  const { manual } = await context.get(graphqlContext)(ManualHistoryDocument, { locale, slug: params.slug, after });
  if (!manual) throw notFound();
  if (manual.slug !== params.slug) throw redirect(localPath(locale, `/manuals/${manual.slug}/history`), 301);
  return { locale, manual, after };
}

/** The page of a manual's versions. */
export default function ManualHistoryRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('manuals');
  const { locale, manual, after } = loaderData;
  const path = `/manuals/${manual.slug}/history`;
  const { hasNextPage, endCursor } = manual.versions.pageInfo;
  return (
    <SitePage title={t('history.pageTitle', { title: manual.card.title })} path={path} source={manual.sourceLocale} index={false}>
      <Breadcrumbs crumbs={[{ label: t('crumb.manuals'), href: localPath(locale, '/manuals') }]} />
      <HistoryView manual={manual} />
      <Pagination
        first={after === null ? null : localPath(locale, path)}
        next={hasNextPage && endCursor !== null ? `${localPath(locale, path)}?after=${encodeURIComponent(endCursor)}` : null}
      />
    </SitePage>
  );
}
