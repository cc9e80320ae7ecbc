/** Marks in a table of contents (`data-toc`) the part that is being read: its link gets `aria-current="true"`. */
export function followToc(root: Document): void {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-toc] a[href^="#"]')) {
    const part = root.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (part) links.set(part, link);
  }
  if (links.size === 0) return;
  const parts = [...links.keys()];
  const mark = () => {
    const line = innerHeight * 0.3;
    // The last part that began above the line; at the end of the page the last one, even if it is short.
    const end = scrollY + innerHeight >= root.documentElement.scrollHeight - 2;
    const present = end ? parts.at(-1) : parts.findLast((part) => part.getBoundingClientRect().top <= line);
    for (const [part, link] of links) {
      if (part === present) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon, { passive: true });
  mark();
}
