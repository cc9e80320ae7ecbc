/** The interface's features that have messages of their own; each is one file per language, `locales/<locale>/<namespace>.json`. */
export const NAMESPACES = ['shell', 'ui', 'units', 'terms', 'library', 'places', 'about', 'manuals'] as const;

/** One file of interface messages. */
export type Namespace = (typeof NAMESPACES)[number];
