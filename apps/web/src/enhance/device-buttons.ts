/** Shows the buttons for what the device can do: print (`data-print`) and share (`data-share`). */
export function deviceButtons(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      print();
    });
  }
  if (!('share' in navigator)) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      // A reader who closes the device's dialogue rejects the promise; nothing is to be done then.
      navigator.share({ title: root.title, url: location.href.split('#')[0] ?? location.href }).catch(() => undefined);
    });
  }
}
