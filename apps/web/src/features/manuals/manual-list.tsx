import type { ManualListItemFragment } from '@naru/api-client';

import { useSite } from '../../ui/site.tsx';
import { ManualListItem } from './manual-list-item.tsx';

/** Manuals one below the other, in the order given. */
export function ManualList({ manuals }: { manuals: readonly ManualListItemFragment[] }) {
  const { locale } = useSite();
  return (
    <ul className="manual-list">
      {manuals.map((manual) => (
        <li key={manual.id}>
          <ManualListItem manual={manual} card={manual.card} locale={locale} />
        </li>
      ))}
    </ul>
  );
}
