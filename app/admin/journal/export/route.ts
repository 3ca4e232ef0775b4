import { guardFile } from '@/lib/auth/guard-file';
import { JOURNAL, journalHref, parseJournalFilter } from '@/lib/journal/filter';
import { journalCsv } from '@/lib/journal/journal-file';
import { csvAnswer } from '@/lib/text/csv';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  const filter = parseJournalFilter(Object.fromEntries(new URL(request.url).searchParams));
  const who = await guardFile('journal:read', journalHref(JOURNAL, filter));
  return csvAnswer('journal', await journalCsv(filter, who, request.signal));
}
