import { SdgsDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { SdgsPage } from '../features/library/sdgs-page.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf } from '../not-found.ts';
import { READING } from '../reading.ts';
import type { Route } from './+types/sdgs.ts';

export const handle = READING;

/** All goals. */
export function loader({ params, context }: Route.LoaderArgs) {
  return context.get(graphqlContext)(SdgsDocument, { locale: localeOf(params) });
}

/** The list of goals. */
export default function SdgsRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('library');
  return (
    <SitePage title={t('sdgs.title')} description={t('sdgs.lead')} path="/sdgs">
      <SdgsPage sdgs={loaderData.sdgs.nodes} />
    </SitePage>
  );
}
