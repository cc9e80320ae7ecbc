import { ManualCompareDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';
import { redirect } from 'react-router';

import { CompareView } from '../features/manuals/compare-view.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf, notFound } from '../not-found.ts';
import { READING } from '../reading.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { localPath } from '../ui/site.tsx';
import type { Route } from './+types/manual-compare.ts';

/** A comparison is read: no framework script. */
export const handle = READING;

/** Compares two versions of a manual; not found unless both are its own. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const locale = localeOf(params);
  const { slug, from, to } = params;
  const { manual, compareVersions } = await context.get(graphqlContext)(ManualCompareDocument, { locale, slug, from, to });
  if (!manual) throw notFound();
  if (manual.slug !== slug) throw redirect(localPath(locale, `/manuals/${manual.slug}/compare/${from}/${to}`), 301);
  if (!compareVersions) throw notFound();
  return { locale, manual, comparison: compareVersions };
}

/** The page that compares two versions. */
export default function ManualCompareRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('manuals');
  const { locale, manual, comparison } = loaderData;
  const { from, to } = comparison;
  return (
    <SitePage
      title={t('compare.pageTitle', { title: manual.card.title, from: from.number, to: to.number })}
      path={`/manuals/${manual.slug}/compare/${from.number}/${to.number}`}
      source={manual.sourceLocale}
      index={false}
    >
      <Breadcrumbs
        crumbs={[
          { label: t('crumb.manuals'), href: localPath(locale, '/manuals') },
          { label: t('history.title'), href: localPath(locale, `/manuals/${manual.slug}/history`) },
        ]}
      />
      <CompareView manual={manual} comparison={comparison} />
    </SitePage>
  );
}
