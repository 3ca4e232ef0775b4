import { toCsv } from '@/lib/text/csv';
import type { JournalFilter } from './filter';
import type { JournalReader } from './find-record';
import { actionWords, authorWords, factWords, KIND_LABELS } from './labels';
import { placesNamedIn } from './named-places';
import { listJournalForExport } from './queries';

const HEAD = ['numéro', 'date', 'auteur', 'modification', 'sorte', 'identifiant', 'nom', 'champ', 'avant', 'après'];

/** A view of the journal as a spreadsheet: a line for each field that a change touched. */
export async function journalCsv(filter: JournalFilter, reader: JournalReader): Promise<string> {
  const entries = await listJournalForExport(filter, reader);
  const names = await placesNamedIn(entries);
  const rows = entries.flatMap((entry) => {
    const start = [
      entry.id,
      entry.at.toISOString(),
      authorWords(entry),
      actionWords(entry.action),
      KIND_LABELS[entry.subjectKind as keyof typeof KIND_LABELS] ?? entry.subjectKind,
      entry.subjectId,
      entry.subjectName ?? '',
    ];
    const facts = factWords(entry, names);
    if (facts.length === 0) return [[...start, '', '', '']];
    return facts.map(({ field, before, after }) => [...start, field, before ?? '', after ?? '']);
  });
  return toCsv([HEAD, ...rows]);
}
