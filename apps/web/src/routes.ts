import { index, route, type RouteConfig } from '@react-router/dev/routes';

// One line an address. `:locale` refuses what is no language of the library before anything beneath it loads.
export default [
  index('routes/entrance.ts'),
  route(':locale', 'routes/locale.tsx', [
    index('routes/home.tsx'),
    route('manuals', 'routes/browse.tsx'),
    route('manuals/:slug', 'routes/manual.tsx'),
    route('manuals/:slug/v/:number', 'routes/manual-version.tsx'),
    route('manuals/:slug/history', 'routes/manual-history.tsx'),
    route('manuals/:slug/compare/:from/:to', 'routes/manual-compare.tsx'),
    ...['bib', 'ris', 'json'].map((format) => route(`manuals/:slug/cite.${format}`, 'routes/manual-cite.ts', { id: `cite-${format}` })),
    route('themes', 'routes/themes.tsx'),
    route('themes/:id', 'routes/theme.tsx'),
    route('cities/:id', 'routes/city.tsx'),
    route('sdgs', 'routes/sdgs.tsx'),
    route('sdgs/:goal', 'routes/sdg.tsx'),
    route('about', 'routes/about.tsx'),
    // `/id/{uuid}` stands here because `id` is a language too; it refuses every other language.
    route(':uuid/:number?', 'routes/permanent-id.tsx'),
    route('*', 'routes/not-found.tsx'),
  ]),
  route('*', 'routes/not-found-anywhere.tsx'),
] satisfies RouteConfig;
