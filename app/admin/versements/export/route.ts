import { guardFile } from '@/lib/auth/guard-file';
import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { INSTALMENT_PURPOSE_NAMES, INSTALMENT_STATUS_NAMES } from '@/lib/domain/instalment';
import { instalmentsHref, parseInstalmentFilter } from '@/lib/instalments/filter';
import { type InstalmentLine, listInstalmentsForExport } from '@/lib/instalments/queries';
import { csvAnswer, toCsv } from '@/lib/text/csv';

export const dynamic = 'force-dynamic';

const text = (value: number | string | null) => (value === null ? '' : String(value));

const COLUMNS: readonly (readonly [head: string, cell: (line: InstalmentLine) => string])[] = [
  ['structure', ({ name }) => name],
  ['identifiant', ({ structureId }) => structureId],
  ['commune', ({ commune }) => commune],
  ['département', ({ departmentCode }) => departmentCode],
  ['région', ({ region }) => region],
  ['publiée', ({ isPublic }) => (isPublic ? 'oui' : 'non')],
  ['vague', ({ shortLabel }) => shortLabel],
  ['label', ({ label }) => AWARD_LABEL_NAMES[label]],
  ['convention', ({ conventionReference }) => text(conventionReference)],
  ['objet', ({ purpose }) => INSTALMENT_PURPOSE_NAMES[purpose]],
  ['année de l’aide', ({ yearOfAid }) => text(yearOfAid)],
  ['année civile', ({ calendarYear }) => text(calendarYear)],
  ['montant en euros', ({ amountEuros }) => text(amountEuros)],
  ['état', ({ status }) => INSTALMENT_STATUS_NAMES[status]],
  ['en retard', ({ isOverdue }) => (isOverdue ? 'oui' : 'non')],
  ['versé le', ({ paidOn }) => text(paidOn)],
  ['source', ({ sourceUrl }) => text(sourceUrl)],
];

export async function GET(request: Request): Promise<Response> {
  const filter = parseInstalmentFilter(Object.fromEntries(new URL(request.url).searchParams));
  const who = await guardFile('draft:read', instalmentsHref(filter));
  const lines = await listInstalmentsForExport(filter, who.regionScope);
  const rows = lines.map((line) => COLUMNS.map(([, cell]) => cell(line)));
  return csvAnswer('versements', toCsv([COLUMNS.map(([head]) => head), ...rows]));
}
