import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';

import { formatDay } from '../../ui/format.ts';
import { useSite } from '../../ui/site.tsx';
import { permanentPath } from './permanent-address.ts';

/** What a printed manual says at its end: address, version, licence, and the address as a QR code. On screen it is not shown. */
export function PrintSheet({ id, version }: { id: string; version: { number: string; publishedAt: string; licence: string } }) {
  const { t } = useTranslation('manuals');
  const { locale, origin } = useSite();
  const url = `${origin}${permanentPath(id, version.number)}`;
  return (
    <div className="print-only print-sheet">
      <QrCode text={url} name={t('print.qr')} />
      <div>
        <p>{t('print.printedFrom')}</p>
        <p>
          {t('print.address')}
          <br />
          <bdi dir="ltr">{url}</bdi>
        </p>
        <p>
          {t('version.label', { number: version.number })} · {t('version.published', { date: formatDay(locale, version.publishedAt) })} · <bdi>{version.licence}</bdi>
        </p>
      </div>
    </div>
  );
}

/** A QR code as one SVG path: a run of dark modules is one line. */
function QrCode({ text, name }: { text: string; name: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => [...row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`))
    .join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
}
