import { ThemeDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { ThemePage } from '../features/library/theme-page.tsx';
import { ManualList } from '../features/manuals/manual-list.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf, notFound } from '../not-found.ts';
import { READING } from '../reading.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { localPath, useSite } from '../ui/site.tsx';
import type { Route } from './+types/theme.ts';

export const handle = READING;

/** One theme and a page of its manuals. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('after');
  const { theme, manuals } = await context.get(graphqlContext)(ThemeDocument, {
    locale: localeOf(params),
    id: params.id,
    filter: { themes: [params.id] },
    after,
  });
  if (!theme) throw notFound();
  return { theme, manuals, first: after === null };
}

/** One theme. */
export default function ThemeRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('library');
  const { locale } = useSite();
  const { theme, manuals, first } = loaderData;
  return (
    <SitePage title={theme.name} description={t('theme.description', { name: theme.name })} path={`/themes/${theme.id}`} index={first}>
      <Breadcrumbs crumbs={[{ label: t('themes.title'), href: localPath(locale, '/themes') }]} />
      <ThemePage theme={theme} manuals={manuals} list={<ManualList manuals={manuals.nodes} />} />
    </SitePage>
  );
}
