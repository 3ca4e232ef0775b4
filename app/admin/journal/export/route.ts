import { headers } from 'next/headers';
import { parseJournalFilter } from '@/lib/audit/filter';
import { actionWords, authorWords, factWords, KIND_LABELS } from '@/lib/audit/labels';
import { placesNamedIn } from '@/lib/audit/named-places';
import { listJournalForExport } from '@/lib/audit/queries';
import { holds } from '@/lib/auth/policy';
import { readSession } from '@/lib/auth/session';
import { todayInParis } from '@/lib/french/dates';
import { toCsv } from '@/lib/text/csv';

export const dynamic = 'force-dynamic';

const HEAD = ['numéro', 'date', 'auteur', 'modification', 'sorte', 'identifiant', 'champ', 'avant', 'après'];

/** The journal as a file, for whoever may read it; others get the 404 of a page that does not exist. */
export async function GET(request: Request): Promise<Response> {
  const who = await readSession(await headers());
  if (!who || !holds(who, 'journal:read')) return new Response('Introuvable', { status: 404 });
  const filter = parseJournalFilter(Object.fromEntries(new URL(request.url).searchParams));
  const entries = await listJournalForExport(filter);
  const names = await placesNamedIn(entries);
  const rows = entries.flatMap((entry) => {
    const start = [
      entry.id,
      entry.at.toISOString(),
      authorWords(entry),
      actionWords(entry.action),
      KIND_LABELS[entry.subjectKind as keyof typeof KIND_LABELS] ?? entry.subjectKind,
      entry.subjectName ?? entry.subjectId,
    ];
    const facts = factWords(entry, names);
    if (facts.length === 0) return [[...start, '', '', '']];
    return facts.map(({ field, before, after }) => [...start, field, before ?? '', after ?? '']);
  });
  return new Response(toCsv([HEAD, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="journal-${todayInParis()}.csv"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
}
