import { useTranslation } from 'react-i18next';

import { ThemeTiles, type ThemeTile } from './theme-tiles.tsx';

/** All themes with the number of their manuals. */
export function ThemesPage({ themes }: { themes: readonly ThemeTile[] }) {
  const { t } = useTranslation('library');
  return (
    <>
      <header className="prose">
        <h1>{t('themes.title')}</h1>
        <p className="lead">{t('themes.lead')}</p>
      </header>
      <ThemeTiles themes={themes} />
    </>
  );
}
