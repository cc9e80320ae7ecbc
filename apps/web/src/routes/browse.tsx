import { BrowseDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { isNarrowed, readBrowseQuery, toManualFilter, writeBrowseQuery } from '../features/library/browse-params.ts';
import { BrowsePage } from '../features/library/browse-page.tsx';
import { ManualList } from '../features/manuals/manual-list.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf } from '../not-found.ts';
import { READING } from '../reading.ts';
import type { Route } from './+types/browse.ts';

export const handle = READING;

/** The manuals that the address asks for, with true counts. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const query = readBrowseQuery(new URL(request.url).searchParams);
  const data = await context.get(graphqlContext)(BrowseDocument, {
    locale: localeOf(params),
    filter: toManualFilter(query),
    orderBy: query.order,
    after: query.after,
  });
  return { query, data };
}

/** The list of all manuals. */
export default function BrowseRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('library');
  const { query, data } = loaderData;
  return (
    <SitePage
      title={t('browse.title')}
      description={t('browse.lead')}
      path="/manuals"
      query={writeBrowseQuery({ ...query, after: null })}
      index={!isNarrowed(query) && query.after === null}
    >
      <BrowsePage query={query} data={data} list={<ManualList manuals={data.manuals.nodes} />} />
    </SitePage>
  );
}
