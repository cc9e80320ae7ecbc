import { AboutDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { AboutPage } from '../features/about/about-page.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf } from '../not-found.ts';
import { READING } from '../reading.ts';
import type { Route } from './+types/about.ts';

export const handle = READING;

/** The evidence levels and the languages. */
export function loader({ params, context }: Route.LoaderArgs) {
  return context.get(graphqlContext)(AboutDocument, { locale: localeOf(params) });
}

/** What the library is and how to read it. */
export default function AboutRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('about');
  return (
    <SitePage title={t('title')} description={t('lead')} path="/about">
      <AboutPage data={loaderData} />
    </SitePage>
  );
}
