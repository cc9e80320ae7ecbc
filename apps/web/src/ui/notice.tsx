import type { ReactNode } from 'react';

/**
 * A quiet band that says what a reader should know before she goes on.
 * @param tone `plain`, or `warn` where trusting the page as it stands could mislead
 */
export function Notice({ title, tone = 'plain', children }: { title?: ReactNode; tone?: 'plain' | 'warn'; children?: ReactNode }) {
  return (
    <aside className={tone === 'warn' ? 'notice warn' : 'notice'}>
      {title ? <strong>{title}</strong> : null}
      {children}
    </aside>
  );
}
