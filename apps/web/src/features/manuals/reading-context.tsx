import type { VersionReadingFragment } from '@naru/api-client';
import type { Locale } from '@naru/domain';
import { createContext, useContext, type ReactNode } from 'react';

/** What every block of a manual needs to know of the page it stands on. */
export interface Reading {
  /** Language that the reader asked for. */
  readonly locale: Locale;
  /** Language that the manual was written in. */
  readonly sourceLocale: Locale;
  /** The text as she gets it. */
  readonly edition: VersionReadingFragment['edition'];
  /** Whether nothing of the manual is in her language: then the band at the top says it once for all blocks. */
  readonly wholeMissing: boolean;
}

const ReadingContext = createContext<Reading | null>(null);

/** Gives every block below it the {@link Reading}. */
export function ReadingProvider({ children, ...given }: Omit<Reading, 'wholeMissing'> & { children: ReactNode }) {
  const { edition } = given;
  const wholeMissing = edition.counts.missing > 0 && totalOf(edition.counts) === edition.counts.missing;
  return <ReadingContext value={{ ...given, wholeMissing }}>{children}</ReadingContext>;
}

/** The {@link Reading} of the page; throws outside a {@link ReadingProvider}. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('useReading needs a ReadingProvider above it');
  return reading;
}

/** How many blocks there are in all states together. */
export function totalOf(counts: Reading['edition']['counts']): number {
  return counts.source + counts.machine + counts.translated + counts.reviewed + counts.outdated + counts.missing;
}
