import type { ReactNode } from 'react';
import { isCut, MOST_SHOWN, type RecordedChange } from '@/lib/audit/changes';
import { formatInstant } from '@/lib/french/instants';
import { actionWords, authorWords, factWords } from '@/lib/journal/labels';
import { ChangedFacts } from './changed-facts';
import { JournalLink } from './journal-link';

type Version = { entryId: string; lines: readonly (RecordedChange & { subjectKind: string })[] };

/** Lines that one act wrote are one version, known by the last of them. */
function toVersions(changes: readonly RecordedChange[]): Version[] {
  const versions: { entryId: string; lines: (RecordedChange & { subjectKind: string })[] }[] = [];
  for (const change of changes) {
    const line = { ...change, subjectKind: change.action.split('.')[0] ?? '' };
    const last = versions.at(-1);
    const isSameAct = change.batchId !== null && last?.lines[0]?.batchId === change.batchId;
    if (isSameAct) last?.lines.push(line);
    else versions.push({ entryId: String(change.id), lines: [line] });
  }
  return versions;
}

type ChangeHistoryProps = {
  changes: readonly RecordedChange[];
  /** The action that a record begins with, unless it came with the data as it was loaded. */
  birth: `${string}.${string}`;
  subjectId: string;
  renderWayBack: (entryId: string) => ReactNode;
};

/** There is nothing to come back to where the record had just been taken away. */
const isGone = (lines: Version['lines']) => lines.some(({ action }) => /\.(removed|deleted)$/.test(action));

const NO_REGIONS: ReadonlyMap<string, string> = new Map();

export function ChangeHistory({ changes, birth, subjectId, renderWayBack }: ChangeHistoryProps) {
  const versions = toVersions(changes.slice(0, MOST_SHOWN));
  const hasOrigin = !isCut(changes) && changes.at(-1)?.action !== birth;
  return (
    <>
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
      <JournalLink subjectId={subjectId} isCut={isCut(changes)} />
    </>
  );
}
