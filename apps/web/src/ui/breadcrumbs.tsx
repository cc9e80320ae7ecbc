import { useTranslation } from 'react-i18next';

/** One step above the page: its words and its address. */
export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The way from the home page to the page, without the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation('ui');
  return (
    <nav className="crumbs no-print" aria-label={t('breadcrumbs')}>
      <ol className="path">
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
