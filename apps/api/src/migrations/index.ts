import { PlacesAndSubjects1764000000001 } from './0001-places-and-subjects.ts';
import { Documents1764000000002 } from './0002-documents.ts';
import { Facts1764000000003 } from './0003-facts.ts';

/** Every step of the schema, in order. A merged one is never edited. */
export const MIGRATIONS = [PlacesAndSubjects1764000000001, Documents1764000000002, Facts1764000000003];
