import { registerEnumType } from '@nestjs/graphql';

/** An object as GraphQL enums want it: names without hyphens, the values as they are stored. */
export type EnumOf<V extends string> = { readonly [K in V as K extends string ? K : never]: K };

/** What a GraphQL enum is called and what its values mean. */
export interface EnumWords<V extends string> { name: string; description: string; values: Readonly<Record<V, string>> }

/**
 * Registers a closed list of the domain as a GraphQL enum: `one-off` becomes `one_off` on the wire and stays `one-off` inside.
 * @returns the reference to use as a field's type
 */
export function defineEnum<V extends string>({ name, description, values }: EnumWords<V>): Record<string, V> {
  const entries = (Object.keys(values) as V[]).map((value) => [value.replaceAll('-', '_'), value] as const);
  const reference = Object.fromEntries(entries);
  registerEnumType(reference, { name, description, valuesMap: Object.fromEntries(entries.map(([key, value]) => [key, { description: values[value] }])) });
  return reference;
}
