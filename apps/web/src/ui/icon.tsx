import { ICONS } from './icons.ts';

/**
 * A line icon beside words that say the same; hidden from speech. A name that is unknown draws a book.
 * @param name one of the names in `icons.ts`
 * @param size edge in pixels
 */
export function Icon({ name, size = 20, className }: { name: string; size?: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={className}
      dangerouslySetInnerHTML={{ __html: ICONS[name] ?? ICONS['book-open'] ?? '' }}
    />
  );
}
