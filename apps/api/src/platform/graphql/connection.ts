import { IntrinsicException, type Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';

/** Where a page stands in its list. */
@ObjectType({ description: 'Where a page stands in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether the page was asked for with `after`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first node; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last node: pass it as `after` for the next page. Null on an empty page.' })
  endCursor!: string | null;
}

/** One page of a list. */
export interface Connection<T> { edges: { cursor: string; node: T }[]; nodes: T[]; pageInfo: PageInfo; totalCount: number }

/** The GraphQL types of a connection; declared once a node type. */
export function connectionOf<T extends object>(node: Type<T>, plural: string): Type<Connection<T>> {
  const name = node.name.replace(/Type$/u, '');
  @ObjectType(`${name}Edge`, { description: `One of the ${plural}, with its place in the list.` })
  class Edge {
    @Field(() => String, { description: 'Opaque place in the list; stays valid when the list grows.' })
    cursor!: string;

    @Field(() => node, { description: 'The thing itself.' })
    node!: T;
  }
  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.` })
  class ConnectionType {
    @Field(() => [Edge], { description: 'The page with cursors.' })
    edges!: Edge[];

    @Field(() => [node], { description: 'The page without cursors.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are on all pages.' })
    totalCount!: number;
  }
  return ConnectionType;
}

/** Arguments of every list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many at most, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before; null for the first page.' })
  after?: string | null;
}

/** A page that was asked for, checked. */
export interface PageWish { first: number; after: readonly string[] | null }

/** Thrown for arguments that the schema's types cannot refuse by themselves. Nest writes no line into the log for an intrinsic one. */
export class BadInput extends IntrinsicException {
  readonly fields: readonly string[];

  constructor(message: string, fields: readonly string[]) {
    super(message);
    this.fields = fields;
  }
}

/** An opaque cursor of the keys that order a list. */
export function encodeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * Checks `first` and takes `after` apart.
 * @param keys how many keys order the list
 * @throws BadInput
 */
export function readPage({ first, after }: PageArgs, keys: number): PageWish {
  if (first < 1 || first > 100) throw new BadInput('"first" is a number from 1 to 100.', ['first']);
  if (after == null) return { first, after: null };
  try {
    const parts: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === keys && parts.every((part): part is string => typeof part === 'string')) return { first, after: parts };
  } catch {
    // What is no JSON is no cursor either.
  }
  throw new BadInput('"after" is no cursor of this list. Use the endCursor of the page before.', ['after']);
}

/**
 * The number that a cursor holds.
 * @throws BadInput when it holds another thing
 */
export function cursorNumber(text: string | undefined): number {
  if (text === undefined || !/^\d{1,9}$/u.test(text)) throw new BadInput('"after" is no cursor of this list. Use the endCursor of the page before.', ['after']);
  return Number(text);
}

/**
 * A page from one row more than was asked for.
 * @param rows in the list's order, at most `first + 1`
 */
export function toConnection<T>(rows: readonly T[], wish: PageWish, { cursor, total }: { cursor: (row: T) => readonly string[]; total: number }): Connection<T> {
  const nodes = rows.slice(0, wish.first);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(cursor(node)), node }));
  return {
    edges,
    nodes,
    totalCount: total,
    pageInfo: { hasNextPage: rows.length > wish.first, hasPreviousPage: wish.after !== null, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
