import type { i18n } from 'i18next';
import { createContext } from 'react-router';

import type { Site } from './ui/site.tsx';

/** What belongs to one request besides its data: the interface's messages, and where the page stands. */
export interface RequestState {
  readonly messages: i18n;
  readonly site: Site;
  /** Tells whoever runs the server of a fault. */
  readonly report: (error: unknown) => void;
}

/** Where loaders and the server entry find the {@link RequestState}. */
export const requestContext = createContext<RequestState>();
