import type { Metadata } from 'next';
import { BatchNotice } from '@/components/office/batch-notice';
import { DoneNote } from '@/components/office/done-message';
import { PageTitle } from '@/components/office/page-title';
import { OfficeFilterForm } from '@/components/structures/edit/office-filter-form';
import { OfficeTable } from '@/components/structures/edit/office-table';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Pagination } from '@/components/ui/pagination';
import { guardPage } from '@/lib/auth/guard-page';
import { getBatch } from '@/lib/batches/queries';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { listRegions, type Region } from '@/lib/geography/queries';
import { holds, type RegionScope } from '@/lib/permissions/policy';
import { officeHref, parseOfficeFilter, STRUCTURES } from '@/lib/structures/office-filter';
import { listForOffice } from '@/lib/structures/office-list';
import { scopeWords } from '@/lib/users/labels';
import { listWaves } from '@/lib/waves/queries';
import { revertBatch } from './actions';
import { BulkForm } from './bulk-form';

export const metadata: Metadata = { title: 'Structures' };

const reachWords = (scope: RegionScope, regions: readonly Region[]) =>
  scope === null
    ? 'Toute la France, brouillons compris.'
    : `Vos régions : ${scopeWords(scope, new Map(regions.map(({ code, name }) => [code, name])))}.`;

export default async function StructuresPage({ searchParams }: PageProps<'/admin/structures'>) {
  const who = await guardPage('draft:read');
  const raw = await searchParams;
  const filter = parseOfficeFilter(raw);
  const mayEdit = holds(who, 'structure:edit');
  const [{ total, page, pages, rows }, regions, waves, batch] = await Promise.all([
    listForOffice(filter, who.regionScope),
    listRegions(),
    listWaves(),
    mayEdit ? getBatch(raw.lot) : null,
  ]);
  const reached = regions.filter(({ code }) => who.regionScope === null || who.regionScope.includes(code));
  const view = officeHref(filter).split('?')[1] ?? '';
  const table = <OfficeTable rows={rows} isSelectable={mayEdit} />;
  return (
    <>
      <PageTitle title="Structures" lead={reachWords(who.regionScope, regions)}>
        {mayEdit ? (
          <ButtonLink look="full" href={`${STRUCTURES}/nouvelle`}>
            <Icon name="plus" /> Nouvelle structure
          </ButtonLink>
        ) : null}
      </PageTitle>
      {batch ? <BatchNotice batchId={String(raw.lot)} batch={batch} revert={revertBatch} view={view} /> : null}
      <DoneNote>{raw.fait === 'effacee' && 'Le brouillon est effacé. Le journal dit par qui et quand.'}</DoneNote>
      <OfficeFilterForm filter={filter} regions={reached} waves={waves} />
      <div className="journal-head">
        <p aria-live="polite">
          <b>{formatInteger(total)}</b> {plural(total, 'structure', 'structures')}
        </p>
      </div>
      {total === 0 ? (
        <div className="empty">
          <h2>Aucune structure ne répond à ces critères</h2>
          <p>
            <a href={STRUCTURES}>Voir toutes les structures</a>, ou chercher parmi les{' '}
            <a href={officeHref({ ...filter, etat: 'archivee', page: 1 })}>archivées</a>.
          </p>
        </div>
      ) : mayEdit ? (
        <BulkForm view={view}>{table}</BulkForm>
      ) : (
        table
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => officeHref({ ...filter, page: number })}
        label="Pages de structures"
      />
    </>
  );
}
