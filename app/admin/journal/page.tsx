import type { Metadata } from 'next';
import { FileLink } from '@/components/office/file-link';
import { JournalFilterForm } from '@/components/office/journal-filter-form';
import { JournalTable } from '@/components/office/journal-table';
import { PageTitle } from '@/components/office/page-title';
import { Pagination } from '@/components/ui/pagination';
import { guardPage } from '@/lib/auth/guard-page';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { areaNamesIn } from '@/lib/journal/area-names';
import { JOURNAL, journalHref, parseJournalFilter } from '@/lib/journal/filter';
import { listAuthors, listJournal } from '@/lib/journal/queries';

export const metadata: Metadata = { title: 'Journal' };

export default async function JournalPage({ searchParams }: PageProps<'/admin/journal'>) {
  const who = await guardPage('journal:read');
  const filter = parseJournalFilter(await searchParams);
  const [{ records, total, page, pages, entries }, authors] = await Promise.all([
    listJournal(filter, who),
    listAuthors(),
  ]);
  const areaNames = await areaNamesIn(entries);
  const record = records?.length === 1 ? records[0] : undefined;
  const isToChoose = (records?.length ?? 0) > 1;
  return (
    <>
      <PageTitle
        title="Journal"
        lead={`Tout ce qui a été modifié${who.regionScope === null ? '' : ' dans vos régions, aux vagues et à votre compte'}, par qui et quand. Rien ne s’en efface, sauf ce qu’il disait d’un brouillon effacé.`}
      />
      <JournalFilterForm filter={filter} authors={authors} records={records} />
      <div className="journal-head">
        {isToChoose ? null : (
          <p aria-live="polite">
            <b>{formatInteger(total)}</b> {plural(total, 'modification', 'modifications')}
            {record ? ` sur ${record.name ?? record.id}` : null}
          </p>
        )}
        <FileLink
          href={journalHref(`${JOURNAL}/export`, { ...filter, page: 1 })}
          total={total}
          remedy="pour avoir les modifications plus anciennes, resserrez les dates"
        />
      </div>
      {isToChoose ? null : total === 0 ? (
        <div className="empty">
          <h2>Aucune modification ne répond à ces critères</h2>
          <p>
            <a href={JOURNAL}>Voir tout le journal</a>
          </p>
        </div>
      ) : (
        <JournalTable entries={entries} regionNames={areaNames} />
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(one) => journalHref(JOURNAL, { ...filter, page: one })}
        label="Pages du journal"
      />
    </>
  );
}
