import { SdgDocument } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { SdgPage } from '../features/library/sdg-page.tsx';
import { ManualList } from '../features/manuals/manual-list.tsx';
import { SitePage } from '../features/shell/site-page.tsx';
import { graphqlContext } from '../graphql-context.ts';
import { localeOf, notFound } from '../not-found.ts';
import { READING } from '../reading.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { formatNumber } from '../ui/format.ts';
import { localPath, useSite } from '../ui/site.tsx';
import type { Route } from './+types/sdg.ts';

export const handle = READING;

/** One goal and a page of its manuals. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const locale = localeOf(params);
  if (!/^([1-9]|1[0-7])$/.test(params.goal)) throw notFound();
  const goal = Number(params.goal);
  const after = new URL(request.url).searchParams.get('after');
  const { sdg, manuals } = await context.get(graphqlContext)(SdgDocument, { locale, goal, filter: { sdgs: [goal] }, after });
  if (!sdg) throw notFound();
  return { sdg, manuals, first: after === null };
}

/** One goal. */
export default function SdgRoute({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('library');
  const { locale } = useSite();
  const { sdg, manuals, first } = loaderData;
  const words = { goal: formatNumber(locale, sdg.goal), name: sdg.name };
  return (
    <SitePage title={t('sdg.title', words)} description={t('sdg.description', words)} path={`/sdgs/${sdg.goal}`} index={first}>
      <Breadcrumbs crumbs={[{ label: t('sdgs.title'), href: localPath(locale, '/sdgs') }]} />
      <SdgPage sdg={sdg} manuals={manuals} list={<ManualList manuals={manuals.nodes} />} />
    </SitePage>
  );
}
