import { HomeDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { HomePage } from '../features/library/home-page.tsx';
import { ManualList } from '../features/manuals/manual-list.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf } from '../not-found.ts';
import { READING } from '../reading.ts';
import type { Route } from './+types/home.ts';

export const handle = READING;

/** Themes, the latest manuals, languages and cities. */
export function loader({ params, context }: Route.LoaderArgs) {
  return context.get(graphqlContext)(HomeDocument, { locale: localeOf(params) });
}

/** The start page. */
export default function HomeRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('library');
  return (
    <SitePage title={null} description={t('home.lead')} path="/">
      <HomePage data={loaderData} latest={<ManualList manuals={loaderData.manuals.nodes} />} />
    </SitePage>
  );
}
