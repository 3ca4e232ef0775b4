import type { Metadata } from 'next';
import { FileLink } from '@/components/office/file-link';
import { InstalmentFilterForm } from '@/components/office/instalment-filter-form';
import { InstalmentsTable } from '@/components/office/instalments-table';
import { PageTitle } from '@/components/office/page-title';
import { Definition } from '@/components/ui/definition';
import { Pagination } from '@/components/ui/pagination';
import { guardPage } from '@/lib/auth/guard-page';
import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { listRegions } from '@/lib/geography/queries';
import { INSTALMENTS, INSTALMENTS_FILE, instalmentsHref, parseInstalmentFilter } from '@/lib/instalments/filter';
import { type InstalmentTotals, listInstalments } from '@/lib/instalments/queries';
import { listWaves } from '@/lib/waves/queries';

export const metadata: Metadata = { title: 'Versements' };

/** Where no rule says how many there are: the database takes no later year of the aid. */
const LATEST_YEAR = 10;

export default async function InstalmentsPage({ searchParams }: PageProps<'/admin/versements'>) {
  const { regionScope } = await guardPage('draft:read');
  const filter = parseInstalmentFilter(await searchParams);
  const [{ totals, page, pages, rows }, regions, waves] = await Promise.all([
    listInstalments(filter, regionScope),
    listRegions(),
    listWaves(),
  ]);
  const reached = regions.filter(({ code }) => regionScope === null || regionScope.includes(code));
  return (
    <>
      <PageTitle
        title="Versements"
        lead={`${regionScope === null ? 'Toute la France' : 'Vos régions'}, brouillons compris, fiches archivées exclues. Un versement se saisit dans sa labellisation.`}
      />
      <InstalmentFilterForm
        filter={filter}
        regions={reached}
        waves={waves}
        mostYears={Math.max(1, ...waves.map(({ durationYears }) => durationYears ?? LATEST_YEAR))}
      />
      <div className="journal-head">
        <p aria-live="polite">
          <b>{formatInteger(totals.count)}</b> {plural(totals.count, 'versement', 'versements')}
        </p>
        <FileLink
          href={instalmentsHref({ ...filter, page: 1 }, INSTALMENTS_FILE)}
          total={totals.count}
          remedy="pour avoir le reste, téléchargez-les région par région ou vague par vague"
        />
      </div>
      {totals.count === 0 ? (
        <div className="empty">
          <h2>Aucun versement ne répond à ces critères</h2>
          <p>
            <a href={INSTALMENTS}>Voir tous les versements</a>
          </p>
        </div>
      ) : (
        <>
          <Totals totals={totals} />
          <InstalmentsTable lines={rows} />
        </>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => instalmentsHref({ ...filter, page: number })}
        label="Pages de versements"
      />
    </>
  );
}

function Totals({ totals: { promised, paid, cancelled } }: { totals: InstalmentTotals }) {
  return (
    <div className="funding">
      <dl>
        <Definition term="Promis en tout">{formatEuros(promised)}</Definition>
        <Definition term="Déjà versé">{formatEuros(paid)}</Definition>
        <Definition term="Reste à verser">{formatEuros(promised - paid)}</Definition>
        {cancelled > 0 ? <Definition term="Annulé, hors du total">{formatEuros(cancelled)}</Definition> : null}
      </dl>
    </div>
  );
}
