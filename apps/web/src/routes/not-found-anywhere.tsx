import { NotFoundPage } from '../features/shell/not-found-page.tsx';
import { notFound } from '../not-found.ts';
import { READING } from '../reading.ts';

export const handle = READING;

/** No page of any language stands at this address. */
export function loader(): never {
  throw notFound();
}

/** Never shown by itself: the loader leads to the error page. */
export default NotFoundPage;
