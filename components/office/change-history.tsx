import type { ReactNode } from 'react';
import type { RecordedChange } from '@/lib/audit/changes';
import { actionWords, authorWords, factWords } from '@/lib/audit/labels';
import { formatInstant } from '@/lib/french/instants';
import { ChangedFacts } from './changed-facts';

export type Version = { entryId: string; lines: readonly (RecordedChange & { subjectKind: string })[] };

/** Lines that one act wrote are one version, known by the last of them. */
export function toVersions(changes: readonly RecordedChange[], kindOf: (action: string) => string): Version[] {
  const versions: { entryId: string; lines: (RecordedChange & { subjectKind: string })[] }[] = [];
  for (const change of changes) {
    const line = { ...change, subjectKind: kindOf(change.action) };
    const last = versions.at(-1);
    const isSameAct = change.batchId !== null && last?.lines[0]?.batchId === change.batchId;
    if (isSameAct) last?.lines.push(line);
    else versions.push({ entryId: String(change.id), lines: [line] });
  }
  return versions;
}

type ChangeHistoryProps = {
  versions: readonly Version[];
  /** Whether there was something before the first change: the data as it was loaded. */
  hasOrigin: boolean;
  /** The way back to a version; nothing for the one that stands. */
  renderWayBack: (entryId: string) => ReactNode;
};

/** There is nothing to come back to where the record had just been taken away. */
const isGone = (lines: Version['lines']) => lines.some(({ action }) => action.endsWith('.removed'));

const NO_REGIONS: ReadonlyMap<string, string> = new Map();

/** Every version of a record, newest first: who, when, what changed, and the way back. */
export function ChangeHistory({ versions, hasOrigin, renderWayBack }: ChangeHistoryProps) {
  return (
    <ol className="history">
      {versions.map(({ entryId, lines }, at) => (
        <li key={entryId}>
          <div>
            {lines.map((line) => (
              <div key={String(line.id)}>
                <b>{actionWords(line.action)}</b>
                <ChangedFacts facts={factWords(line, NO_REGIONS)} />
              </div>
            ))}
            <small className="soft">
              {lines[0] ? `${formatInstant(lines[0].at)}, ${authorWords(lines[0])}` : null}
            </small>
          </div>
          {at === 0 ? (
            <span className="soft small">version actuelle</span>
          ) : isGone(lines) ? null : (
            renderWayBack(entryId)
          )}
        </li>
      ))}
      {hasOrigin ? (
        <li>
          <div>
            <b>chargement initial</b>
            <small className="soft">ce que disaient les sources au départ</small>
          </div>
          {versions.length === 0 ? <span className="soft small">version actuelle</span> : renderWayBack('0')}
        </li>
      ) : null}
    </ol>
  );
}
