import { ScrolledTable } from '@/components/ui/table';
import { awardKeyFrom } from '@/lib/domain/award-key';
import { awardHref, structureHref, waveHref } from '@/lib/domain/office-href';
import { dayInParis, formatDate } from '@/lib/french/dates';
import { timeInParis } from '@/lib/french/instants';
import { actionWords, authorWords, factWords, subjectWords } from '@/lib/journal/labels';
import type { JournalEntry } from '@/lib/journal/queries';
import { ChangedFacts } from './changed-facts';

type JournalTableProps = {
  entries: readonly JournalEntry[];
  regionNames: ReadonlyMap<string, string>;
};

function hrefOf({ subjectKind, subjectId }: JournalEntry): string {
  if (subjectKind === 'wave') return waveHref(subjectId);
  if (subjectKind === 'structure') return `${structureHref(subjectId)}/historique`;
  return awardHref(awardKeyFrom(subjectId));
}

/** A record that is gone is named, and leads nowhere. */
function Subject({ entry }: { entry: JournalEntry }) {
  const { subjectName, isOpenable } = entry;
  if (isOpenable) return <a href={hrefOf(entry)}>{subjectName}</a>;
  return subjectName ?? <span className="soft">{subjectWords(entry)}</span>;
}

type FactsProps = {
  entry: Pick<JournalEntry, 'before' | 'after'> & { subjectKind?: string };
  regionNames: ReadonlyMap<string, string>;
};

export function Facts({ entry, regionNames }: FactsProps) {
  return <ChangedFacts facts={factWords({ subjectKind: 'structure', ...entry }, regionNames)} />;
}

export function JournalTable({ entries, regionNames }: JournalTableProps) {
  return (
    <ScrolledTable
      className="office-table journal"
      caption="Modifications, de la plus récente à la plus ancienne"
      columns={['Quand', 'Qui', 'Quoi', 'Sur quoi']}
    >
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td>
            <time dateTime={entry.at.toISOString()}>
              {formatDate(dayInParis(entry.at))}
              <small>{timeInParis(entry.at)}</small>
            </time>
          </td>
          <td data-label="Par">{authorWords(entry)}</td>
          <td>
            <b>{actionWords(entry.action)}</b>
            <Facts entry={entry} regionNames={regionNames} />
          </td>
          <td data-label="Sur">
            <Subject entry={entry} />
          </td>
        </tr>
      ))}
    </ScrolledTable>
  );
}
