import type { StructureFacts } from './facts';
import { isContact } from './fields';

/** What the journal tells of one change, as far as versions need it. */
export type VersionEntry = { before: Record<string, unknown> | null; after: Record<string, unknown> | null };

const versionIn = (facts: Record<string, unknown> | null): number | null =>
  typeof facts?.version === 'number' ? facts.version : null;

/** The version that a change ended with; null for one that has none. */
export const versionAfter = ({ after }: VersionEntry): number | null => versionIn(after);

/** Dates are no content: coming back to a version neither publishes nor archives. */
const OUTSIDE = new Set(['version', 'slug', 'publishedAt', 'archivedAt', 'contact']);

/**
 * What the structure said at a version, its contact left apart: the changes made since are taken back one by one, the
 * newest first. Null for a version that never was.
 */
export function factsAt(
  current: StructureFacts,
  currentVersion: number,
  newestFirst: readonly VersionEntry[],
  version: number,
): StructureFacts | null {
  if (!Number.isInteger(version) || version < 1 || version > currentVersion) return null;
  const facts: Record<string, unknown> = { ...current };
  for (const entry of newestFirst) {
    const ended = versionAfter(entry);
    if (ended === null || ended > currentVersion) continue;
    if (ended <= version) break;
    for (const [name, value] of Object.entries(entry.before ?? {})) {
      if (!OUTSIDE.has(name) && !isContact(name) && name in current) facts[name] = value;
    }
  }
  return facts as StructureFacts;
}

/** Whether someone changed the contact after this version: the journal says that much of it. */
export const contactChangedSince = (newestFirst: readonly VersionEntry[], version: number): boolean =>
  newestFirst.some((entry) => (versionAfter(entry) ?? 0) > version && entry.after?.contact !== undefined);
