import type { TypedDocumentNode } from '@naru/api-client';
import { createContext } from 'react-router';

/** Runs one typed operation inside the API's own process; throws when the answer holds an error. */
export type Graphql = <R, V>(document: TypedDocumentNode<R, V>, variables: V) => Promise<R>;

/** Where loaders find {@link Graphql}: `context.get(graphqlContext)(Document, variables)`. No loader fetches. */
export const graphqlContext = createContext<Graphql>();
