/** Bounds of content files. What exceeds one is refused before it is parsed. */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 256 * 1024,
  /** Nesting of a YAML file, by indentation and by brackets. */
  yamlDepth: 12,
  /** Blocks of one text. */
  blocks: 1000,
  /** Characters of one block. */
  blockChars: 8000,
  /** Nesting of lists, from 0. */
  listDepth: 2,
  /** Older versions of one manual. */
  versions: 200,
} as const;
