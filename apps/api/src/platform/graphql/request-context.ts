import DataLoader from 'dataloader';

/** What one GraphQL operation carries: its loaders, each made once an operation, so that an edge is one query however many nodes ask. */
export class RequestContext {
  /** Whether everybody may be given the answer: a query without errors. Set when it is sent. */
  shareable = false;

  readonly #loaders = new Map<string, DataLoader<string, unknown>>();

  /**
   * The operation's loader of a name.
   * @param batch answers one value a key, in the keys' order
   */
  loader<V>(name: string, batch: (keys: readonly string[]) => Promise<readonly V[]>): DataLoader<string, V> {
    const existing = this.#loaders.get(name);
    if (existing) return existing as DataLoader<string, V>;
    const loader = new DataLoader<string, V>(async (keys) => batch(keys));
    this.#loaders.set(name, loader);
    return loader;
  }
}

/** GraphQL's context value. */
export interface GraphqlContext { request: RequestContext }

/**
 * Puts rows into the order of the keys that asked for them; null where there is no row.
 * @param keyOf key of a row
 */
export function inKeyOrder<T>(keys: readonly string[], rows: readonly T[], keyOf: (row: T) => string): (T | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
