import { ManualCitationDocument, VersionCitationDocument } from '@naru/api-client';
import type { Locale } from '@naru/domain';
import { redirect } from 'react-router';

import { citationRecord } from '../features/manuals/citation-record.ts';
import { CITATION_TYPES, formatCitation, isCitationFormat } from '../features/manuals/citations.ts';
import { graphqlContext, type Graphql } from '../graphql-context.ts';
import { localeOf, notFound } from '../not-found.ts';
import { requestContext } from '../request-context.ts';
import { localPath } from '../ui/site.tsx';
import type { Route } from './+types/manual-cite.ts';

/** Answers with the citation of a manual's newest version, or of `?version=`, in the form that the address ends in. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const locale = localeOf(params);
  const { slug } = params;
  const url = new URL(request.url);
  const format = url.pathname.split('.').at(-1) ?? '';
  if (!isCitationFormat(format)) throw notFound();
  const number = url.searchParams.get('version');
  const { manual, version } = await cited(context.get(graphqlContext), { locale, slug, number });
  if (!manual || !version) throw notFound();
  if (manual.slug !== slug) throw redirect(`${localPath(locale, `/manuals/${manual.slug}/cite.${format}`)}${url.search}`, 301);
  const { messages, site } = context.get(requestContext);
  const record = citationRecord(messages.getFixedT(locale, 'manuals'), { manual, version, origin: site.origin });
  return new Response(formatCitation(record, format), {
    headers: {
      'Content-Type': CITATION_TYPES[format],
      'Content-Disposition': `attachment; filename="${record.key}.${format}"`,
      'X-Robots-Tag': 'noindex',
    },
  });
}

async function cited(graphql: Graphql, asked: { locale: Locale; slug: string; number: string | null }) {
  const { locale, slug, number } = asked;
  if (number !== null) return graphql(VersionCitationDocument, { locale, slug, number });
  const { manual } = await graphql(ManualCitationDocument, { locale, slug });
  return { manual, version: manual?.version ?? null };
}
