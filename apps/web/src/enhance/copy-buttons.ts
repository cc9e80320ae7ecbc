const SHOWN_FOR = 2_000;

/** Shows the buttons that copy a text (`data-copy="#id"`); after copying, the button says `data-copied` for two seconds. */
export function copyButtons(root: Document): void {
  if (!('clipboard' in navigator)) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const text = root.querySelector(button.dataset['copy'] ?? '');
    if (!text) continue;
    button.hidden = false;
    // The words change inside a live region, so that they are spoken as well.
    button.setAttribute('aria-live', 'polite');
    const words = button.textContent;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(text.textContent.trim()).then(() => {
        button.textContent = button.dataset['copied'] ?? words;
        setTimeout(() => {
          button.textContent = words;
        }, SHOWN_FOR);
      });
    });
  }
}
