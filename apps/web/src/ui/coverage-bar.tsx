/**
 * A small bar with words beside it; the words say everything that the bar does.
 * @param share 0–1
 * @param words such as "2 of 14 sections in Thai"
 */
export function CoverageBar({ share, words }: { share: number; words: string }) {
  const part = Math.max(0, Math.min(1, share));
  return (
    <span className={part < 1 ? 'coverage part' : 'coverage'}>
      <svg width="48" height="8" viewBox="0 0 48 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect width={Math.round(part * 48)} height="8" fill="currentColor" />
      </svg>
      {words}
    </span>
  );
}
