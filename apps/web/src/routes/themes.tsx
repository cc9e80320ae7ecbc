import { ThemesDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { ThemesPage } from '../features/library/themes-page.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf } from '../not-found.ts';
import { READING } from '../reading.ts';
import type { Route } from './+types/themes.ts';

export const handle = READING;

/** All themes. */
export function loader({ params, context }: Route.LoaderArgs) {
  return context.get(graphqlContext)(ThemesDocument, { locale: localeOf(params) });
}

/** The list of themes. */
export default function ThemesRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('library');
  return (
    <SitePage title={t('themes.title')} description={t('themes.lead')} path="/themes">
      <ThemesPage themes={loaderData.themes.nodes} />
    </SitePage>
  );
}
