import { ManualVersionPageDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';
import { redirect } from 'react-router';

import { languageStates, offeredIn } from '../features/manuals/language-states.ts';
import { ManualView } from '../features/manuals/manual-view.tsx';
import { VersionBand } from '../features/manuals/version-band.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf, notFound } from '../not-found.ts';
import { READING } from '../reading.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { localPath } from '../ui/site.tsx';
import type { Route } from './+types/manual-version.ts';

/** A version is read: no framework script. */
export const handle = READING;

/** Reads one version of a manual. A former slug leads to the present one for ever. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const locale = localeOf(params);
  const { slug, number } = params;
  const { manual, version, evidenceLevels } = await context.get(graphqlContext)(ManualVersionPageDocument, { locale, slug, number });
  if (!manual) throw notFound();
  if (manual.slug !== slug) throw redirect(localPath(locale, `/manuals/${manual.slug}/v/${number}`), 301);
  if (!version) throw notFound();
  return { locale, manual, version, evidenceLevels };
}

/** The permanent page of one version. */
export default function ManualVersionRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('manuals');
  const { locale, manual, version, evidenceLevels } = loaderData;
  const path = `/manuals/${manual.slug}/v/${version.number}`;
  return (
    <SitePage
      title={t('version.title', { title: version.edition.title.text, number: version.number })}
      description={version.edition.summary}
      path={path}
      type="article"
      offered={offeredIn(version.languages)}
      source={manual.sourceLocale}
      languages={languageStates(t, version.languages)}
    >
      <Breadcrumbs
        crumbs={[
          { label: t('crumb.manuals'), href: localPath(locale, '/manuals') },
          { label: t('history.title'), href: localPath(locale, `/manuals/${manual.slug}/history`) },
        ]}
      />
      <ManualView manual={manual} version={version} levels={evidenceLevels} path={path}>
        <VersionBand slug={manual.slug} version={version} newest={manual.version} />
      </ManualView>
    </SitePage>
  );
}
