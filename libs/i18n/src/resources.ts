import type about from '../locales/en/about.json';
import type library from '../locales/en/library.json';
import type manuals from '../locales/en/manuals.json';
import type places from '../locales/en/places.json';
import type shell from '../locales/en/shell.json';
import type terms from '../locales/en/terms.json';
import type ui from '../locales/en/ui.json';
import type units from '../locales/en/units.json';

/** The messages as English has them: every key that `t` accepts, by namespace. */
export interface Resources {
  about: typeof about;
  library: typeof library;
  manuals: typeof manuals;
  places: typeof places;
  shell: typeof shell;
  terms: typeof terms;
  ui: typeof ui;
  units: typeof units;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Resources;
  }
}
