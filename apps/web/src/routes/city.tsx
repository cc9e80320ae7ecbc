import { CityDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { ManualResults } from '../features/library/manual-results.tsx';
import { ManualList } from '../features/manuals/manual-list.tsx';
import { CityPage, NoManualYet } from '../features/places/city-page.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf, notFound } from '../not-found.ts';
import { READING } from '../reading.ts';
import type { Route } from './+types/city.ts';

export const handle = READING;

/** One city and a page of its manuals. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('after');
  const { city, manuals } = await context.get(graphqlContext)(CityDocument, {
    locale: localeOf(params),
    id: params.id,
    filter: { cities: [params.id] },
    after,
  });
  if (!city) throw notFound();
  return { city, manuals, first: after === null };
}

/** One city. */
export default function CityRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('places');
  const { city, manuals, first } = loaderData;
  return (
    <SitePage title={city.name} description={t('city.description', { city: city.name })} path={`/cities/${city.id}`} index={first}>
      <CityPage
        city={city}
        manuals={
          <ManualResults
            list={manuals.nodes.length > 0 ? <ManualList manuals={manuals.nodes} /> : null}
            empty={<NoManualYet />}
            next={manuals.pageInfo.hasNextPage ? (manuals.pageInfo.endCursor ?? null) : null}
          />
        }
      />
    </SitePage>
  );
}
