import { isLocale, type Locale } from '@naru/domain';
import { data } from 'react-router';

/** What a loader throws when the address leads nowhere: `throw notFound()` shows the designed page with status 404. */
export function notFound(): ReturnType<typeof data> {
  return data(null, { status: 404 });
}

/** The language of the address; throws {@link notFound} for what is no language of the library. */
export function localeOf(params: { locale?: string | undefined }): Locale {
  const { locale = '' } = params;
  if (!isLocale(locale)) throw notFound();
  return locale;
}
