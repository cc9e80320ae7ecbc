import { useTranslation } from 'react-i18next';

import { formatCompact, formatMoney, formatNumber, formatUnit } from './format.ts';
import { useSite } from './site.tsx';

/** A value with its unit in words; the full value stands in the element for programs and on pointing. */
export function Quantity({ value, unit }: { value: number; unit: string }) {
  const { t } = useTranslation('units');
  const { locale } = useSite();
  if (/^[A-Z]{3}$/.test(unit)) return <MoneyValue value={value} currency={unit} />;
  const shown = Math.abs(value) >= 1_000_000 ? formatCompact(locale, value) : formatNumber(locale, value);
  const key = unit as keyof typeof UNIT_KEYS;
  const words = formatUnit(locale, { value, unit }) ?? (key in UNIT_KEYS ? t(key, { count: shownCount(value), value: shown }) : `${shown} ${unit}`);
  return (
    <data value={String(value)} title={shown === formatNumber(locale, value) ? undefined : formatNumber(locale, value)}>
      {words}
    </data>
  );
}

/** A sum of money, shortened; the whole sum stands in the element and is shown on pointing. `currency` is an ISO 4217 code. */
export function MoneyValue({ value, currency }: { value: number; currency: string }) {
  const { locale } = useSite();
  const { short, full } = formatMoney(locale, { value, currency });
  return (
    <data value={String(value)} title={full}>
      {short}
    </data>
  );
}

/** The number that chooses the plural: a shortened number is said as millions, whatever its last digits ("2,51 millions de personnes"). */
function shownCount(value: number): number {
  return Math.abs(value) >= 1_000_000 ? 1_000_000 : value;
}

/** The units whose words are interface messages. */
const UNIT_KEYS = {
  people: true, 'people-per-year': true, 'people-per-day': true, households: true, count: true, 'count-per-year': true, 'trips-per-day': true,
  'passengers-per-day': true, 'calls-per-day': true, 'vehicles-per-day': true, m2: true, km2: true, m3: true, 'm3-per-day': true, t: true,
  't-per-day': true, 't-per-year': true, 'ug-per-m3': true, 'mg-per-l': true, kwh: true, mwh: true, gwh: true, mw: true, toe: true,
  tco2e: true, 'per-100000': true, points: true, rank: true,
} as const;
