/** A ferry between two banks and its wake, drawn large beside the start page's sentence. Decoration. */
export function Wake() {
  return (
    <svg className="wake" viewBox="0 0 320 360" fill="none" stroke="currentColor" strokeLinecap="round" aria-hidden="true" focusable="false">
      <path className="bank" d="M34-40c92 110 92 330 0 440M286-40c-92 110-92 330 0 440" strokeWidth="12" />
      <path className="boat" d="M122 150c22 20 54 20 76 0M160 163v-40" strokeWidth="9" strokeLinejoin="round" />
      <path d="M112 196c16-18 32-18 48-3s32 15 48-3" strokeWidth="7" />
      <path d="M122 228c13-14 26-14 38-2s25 12 38-2" strokeWidth="5" opacity=".65" />
      <path d="M134 256c9-9 18-9 26-1s17 8 26-1" strokeWidth="4" opacity=".4" />
    </svg>
  );
}
