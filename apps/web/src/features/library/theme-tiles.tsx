import { useTranslation } from 'react-i18next';

import { formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { localPath, useSite } from '../../ui/site.tsx';

/** A theme as a tile shows it. */
export interface ThemeTile {
  readonly id: string;
  readonly icon: string;
  readonly name: string;
  readonly manualCount: number;
}

/** The themes as tiles: icon, name, number of manuals. */
export function ThemeTiles({ themes }: { themes: readonly ThemeTile[] }) {
  const { t } = useTranslation('library');
  const { locale } = useSite();
  return (
    <ul className="tiles">
      {themes.map((theme) => (
        <li key={theme.id}>
          <a className="tile" href={localPath(locale, `/themes/${theme.id}`)}>
            <Icon name={theme.icon} size={24} />
            <span>{theme.name}</span>
            <span className="count" aria-label={t('count', { count: theme.manualCount })}>
              {formatNumber(locale, theme.manualCount)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
