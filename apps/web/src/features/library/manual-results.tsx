import type { ReactNode } from 'react';

import { Pagination } from '../../ui/pagination.tsx';
import { useSite } from '../../ui/site.tsx';

/** One page of a list that goes on by cursor. */
export interface ManualResultsProps {
  /** The manuals of this page; null where there are none. */
  list: ReactNode;
  /** What is said, and which next step is offered, where there are none. */
  empty: ReactNode;
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

/** A list of manuals with the way to its next page, or what to do where it is empty. */
export function ManualResults({ list, empty, next }: ManualResultsProps) {
  const { path, query } = useSite();
  const address = (after: string | null) => {
    const parameters = new URLSearchParams(query);
    if (after === null) parameters.delete('after');
    else parameters.set('after', after);
    const written = parameters.toString();
    return written === '' ? path : `${path}?${written}`;
  };
  const later = new URLSearchParams(query).has('after');
  return (
    <>
      {list ?? <div className="empty">{empty}</div>}
      <Pagination first={later ? address(null) : null} next={next === null ? null : address(next)} />
    </>
  );
}
