import { toCsv } from '@/lib/text/csv';
import { areaNamesIn } from './area-names';
import type { JournalFilter } from './filter';
import type { JournalReader } from './find-record';
import { actionWords, authorWords, factWords, KIND_LABELS } from './labels';
import { type JournalEntry, streamJournal } from './queries';

const HEAD = ['numéro', 'date', 'auteur', 'modification', 'sorte', 'identifiant', 'nom', 'champ', 'avant', 'après'];

async function linesOf(entries: readonly JournalEntry[]): Promise<string[][]> {
  const names = await areaNamesIn(entries);
  return entries.flatMap((entry) => {
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
}

/** A view of the journal as a spreadsheet: a line for each field that a change touched. */
export async function journalCsv(filter: JournalFilter, reader: JournalReader, signal?: AbortSignal): Promise<string> {
  const lines = [HEAD];
  for await (const entries of streamJournal(filter, reader, signal)) lines.push(...(await linesOf(entries)));
  return toCsv(lines);
}
