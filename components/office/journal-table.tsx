import { actionWords, authorWords, factWords } from '@/lib/audit/labels';
import type { JournalEntry } from '@/lib/audit/queries';
import { dayInParis, formatDate } from '@/lib/french/dates';
import { timeInParis } from '@/lib/french/instants';
import { ChangedFacts } from './changed-facts';

type JournalTableProps = { entries: readonly JournalEntry[]; regionNames: ReadonlyMap<string, string> };

function Facts({ entry, regionNames }: { entry: JournalEntry; regionNames: ReadonlyMap<string, string> }) {
  return <ChangedFacts facts={factWords(entry, regionNames)} />;
}

/** Days as headings of their own lines: one reads a journal by the day. */
export function JournalTable({ entries, regionNames }: JournalTableProps) {
  return (
    <div className="scroll-x relative">
      <table className="office-table journal">
        <caption className="vh">Modifications, de la plus récente à la plus ancienne</caption>
        <thead>
          <tr>
            <th scope="col">Quand</th>
            <th scope="col">Qui</th>
            <th scope="col">Quoi</th>
            <th scope="col">Sur quoi</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <time dateTime={entry.at.toISOString()}>
                  {formatDate(dayInParis(entry.at))}
                  <small>{timeInParis(entry.at)}</small>
                </time>
              </td>
              <td>{authorWords(entry)}</td>
              <td>
                <b>{actionWords(entry.action)}</b>
                <Facts entry={entry} regionNames={regionNames} />
              </td>
              <td>{entry.subjectName ?? <span className="soft">n° {entry.subjectId.slice(0, 8)}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
