/** The mark: two banks and the ferry's wake between them. One colour; decoration beside the name, so it is hidden from speech. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeLinecap="round" aria-hidden="true" focusable="false">
      <path d="M5 5c6 7 6 15 0 22M27 5c-6 7-6 15 0 22" strokeWidth="3.5" />
      <path d="M11 16.5c2-2.6 3.6-2.6 5.2-.4s3.2 2.2 4.8-.4" strokeWidth="3" />
    </svg>
  );
}
