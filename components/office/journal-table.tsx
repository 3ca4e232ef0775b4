import { actionWords, authorWords, factWords } from '@/lib/audit/labels';
import type { JournalEntry } from '@/lib/audit/queries';
import { dayInParis, formatDate } from '@/lib/french/dates';
import { timeInParis } from '@/lib/french/instants';

type JournalTableProps = { entries: readonly JournalEntry[]; regionNames: ReadonlyMap<string, string> };

function Subject({ subjectId, subjectName, isOpenable }: JournalEntry) {
  if (isOpenable) return <a href={`/admin/structures/${subjectId}/historique`}>{subjectName}</a>;
  return subjectName ?? <span className="soft">n° {subjectId.slice(0, 8)}</span>;
}

/** What a change told, field by field. */
export function Facts({
  entry,
  regionNames,
}: {
  entry: Pick<JournalEntry, 'before' | 'after'>;
  regionNames: ReadonlyMap<string, string>;
}) {
  const facts = factWords(entry, regionNames);
  if (facts.length === 0) return null;
  return (
    <ul className="change-facts">
      {facts.map(({ field, before, after }) => (
        <li key={field}>
          <span className="soft">{field} :</span>{' '}
          {before === null ? null : (
            <>
              <del>
                <span className="vh">avant : </span>
                {before}
              </del>{' '}
            </>
          )}
          {after === null ? null : (
            <ins>
              <span className="vh">après : </span>
              {after}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
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
              <td>
                <Subject {...entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
