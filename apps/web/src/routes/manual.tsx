import { ManualPageDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';
import { redirect } from 'react-router';

import { languageStates, offeredIn } from '../features/manuals/language-states.ts';
import { ManualView } from '../features/manuals/manual-view.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf, notFound } from '../not-found.ts';
import { READING } from '../reading.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { localPath } from '../ui/site.tsx';
import type { Route } from './+types/manual.ts';

/** A manual is read: no framework script. */
export const handle = READING;

/** Reads the manual with its newest version. A former slug leads to the present one for ever. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const locale = localeOf(params);
  const { manual, evidenceLevels } = await context.get(graphqlContext)(ManualPageDocument, { locale, slug: params.slug });
  if (!manual) throw notFound();
  if (manual.slug !== params.slug) throw redirect(localPath(locale, `/manuals/${manual.slug}`), 301);
  return { locale, manual, evidenceLevels };
}

/** The page of a manual, newest version. */
export default function ManualRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('manuals');
  const { locale, manual, evidenceLevels } = loaderData;
  const { version } = manual;
  const path = `/manuals/${manual.slug}`;
  return (
    <SitePage
      title={version.edition.title.text}
      description={version.edition.summary}
      path={path}
      type="article"
      offered={offeredIn(version.languages)}
      source={manual.sourceLocale}
      languages={languageStates(t, version.languages)}
    >
      <Breadcrumbs crumbs={[{ label: t('crumb.manuals'), href: localPath(locale, '/manuals') }]} />
      <ManualView manual={manual} version={version} levels={evidenceLevels} path={path} />
    </SitePage>
  );
}
