/** What a manual's emblem is drawn from: three lines of the wake, and which of the tints it has. */
export interface EmblemDesign {
  /** Index of the tint, 0 to {@link EMBLEM_TINTS} − 1; a class `emblem-<tint>` colours it, light and dark. */
  tint: number;
  /** SVG path data of the lines in a square of 64 × 64, from the far bank to the near one. */
  lines: string[];
}

/** How many tints there are. */
export const EMBLEM_TINTS = 6;

/**
 * Designs a manual's emblem. The city decides the tint and the bend of the river, the slug the single lines: so the
 * manuals of one city are akin, and no two of them alike. The same input always gives the same emblem.
 * @param city the city's id
 * @param slug the manual's slug
 */
export function designEmblem(city: string, slug: string): EmblemDesign {
  const town = fnv1a(city);
  const own = fnv1a(`${city}/${slug}`);
  const bend = 4 + (town % 7);
  const lines = [0, 1, 2].map((index) => {
    const bits = (own >>> (index * 9)) & 0x1ff;
    const start = 12 + index * 18 + (bits % 7) - 3;
    const lift = bend + ((bits >>> 3) % 6);
    const sign = (bits >>> 8) & 1 ? 1 : -1;
    return `M-2 ${start}C16 ${start - sign * lift} 46 ${start + sign * lift} 66 ${start + (bits % 5) - 2}`;
  });
  return { tint: own % EMBLEM_TINTS, lines };
}

/** FNV-1a, 32 bits, over UTF-16 code units: spreads similar words far apart, and is not meant to keep secrets. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  // The low bits of FNV-1a move little for words of like endings; folding the high half in spreads them.
  return (hash ^ (hash >>> 15)) >>> 0;
}
