import { useTranslation } from 'react-i18next';

import { Icon } from './icon.tsx';

/** One thing chosen: its words, and the address of the page without it. */
export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly href: string;
}

/** What is chosen, each as a link that takes it away. */
export function RemovableChips({ chips, label }: { chips: readonly Chip[]; label: string }) {
  const { t } = useTranslation('ui');
  return (
    <ul className="chips" aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <a className="chip" href={chip.href} aria-label={t('chips.remove', { what: chip.label })}>
            {chip.label}
            <Icon name="x" size={16} />
          </a>
        </li>
      ))}
    </ul>
  );
}
