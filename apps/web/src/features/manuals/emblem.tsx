import { Icon } from '../../ui/icon.tsx';
import { designEmblem } from './emblem-design.ts';

/** A manual's emblem: its theme's icon over the wake, the same wherever the manual is shown. Decoration, hidden from screen readers. */
export function Emblem({ icon, city, slug }: { icon: string; city: string; slug: string }) {
  const { tint, lines } = designEmblem(city, slug);
  return (
    <span className={`emblem emblem-${tint}`} aria-hidden="true">
      <svg className="emblem-wake" viewBox="0 0 64 64" focusable="false">
        {lines.map((line) => (
          <path key={line} d={line} />
        ))}
      </svg>
      <Icon name={icon} />
    </span>
  );
}
