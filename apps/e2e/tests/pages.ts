/** One address of each kind of page, beneath the language prefix. */
export const PAGES = [
  '',
  '/manuals',
  '/manuals?themes=transport&q=bus',
  '/themes',
  '/themes/transport',
  '/cities/seoul',
  '/sdgs',
  '/sdgs/11',
  '/about',
  '/manuals/cheonggyecheon-restoration',
  '/manuals/cheonggyecheon-restoration/v/1.0',
  '/manuals/cheonggyecheon-restoration/history',
  '/manuals/cheonggyecheon-restoration/compare/1.0/1.1',
  '/manuals/subway-line-9-ppp',
] as const;

/** An address that does not exist. */
export const NOWHERE = '/manuals/nowhere';
