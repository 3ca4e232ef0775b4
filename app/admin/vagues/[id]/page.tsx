import type { Metadata } from 'next';
import { AwardsTable } from '@/components/office/awards-table';
import { BatchNotice } from '@/components/office/batch-notice';
import { type LastActs, LastDone } from '@/components/office/done-message';
import { PageTitle } from '@/components/office/page-title';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Pagination } from '@/components/ui/pagination';
import { listAwardsOfWave } from '@/lib/awards/queries';
import { getAwardBatch } from '@/lib/batches/queries';
import { waveHref } from '@/lib/domain/office-href';
import { publicWaveHref } from '@/lib/domain/public-href';
import { describeRule } from '@/lib/domain/rule-words';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { holds } from '@/lib/permissions/policy';
import { guardWave } from '@/lib/waves/guard-wave';
import { listWaveHistory } from '@/lib/waves/office-queries';
import { revertAwardBatch } from './actions';
import { WaveHistory, WaveRemoval, WaveSection } from './wave-section';

const DONE: LastActs = {
  ouverte: { verb: 'created', sentence: 'La vague est ouverte. Ajoutez-lui ses structures.' },
  revenue: { verb: 'restored', sentence: 'La version choisie est de nouveau en place.' },
  retablie: { verb: 'reopened', sentence: 'La vague est rétablie, telle qu’elle était.' },
};

const whole = (value: string | string[] | undefined) =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : 1;

export async function generateMetadata({ params }: PageProps<'/admin/vagues/[id]'>): Promise<Metadata> {
  const { wave } = await guardWave((await params).id);
  return { title: wave.facts.label };
}

export default async function WavePage({ params, searchParams }: PageProps<'/admin/vagues/[id]'>) {
  const { id } = await params;
  const { who, wave } = await guardWave(id);
  const { fait, lot, page: pageAsked } = await searchParams;
  const canEdit = holds(who, 'wave:edit');
  const canAdd = holds(who, 'award:edit');
  const [list, changes, batch] = await Promise.all([
    listAwardsOfWave(id, whole(pageAsked), who.regionScope),
    listWaveHistory(id),
    canAdd ? getAwardBatch(lot, id) : null,
  ]);
  const { total } = list;
  return (
    <>
      <PageTitle
        title={wave.facts.label}
        crumbs={[{ label: 'Vagues', href: '/admin/vagues' }]}
        lead={<a href={publicWaveHref(id)}>Ce que voit le public</a>}
      >
        <span className="soft small">
          {id}, version {wave.version}
        </span>
      </PageTitle>
      <LastDone done={fait} acts={DONE} lastAction={changes[0]?.action} />
      {batch ? <BatchNotice batchId={String(lot)} batch={batch} revert={revertAwardBatch} /> : null}
      <section className="office-section" aria-labelledby="structures">
        <h2 id="structures">
          {formatInteger(total)} {plural(total, 'structure', 'structures')}
          {wave.facts.announcedCount === null ? '' : ` sur ${formatInteger(wave.facts.announcedCount)} annoncées`}
        </h2>
        {canAdd ? (
          <p>
            <ButtonLink href={`${waveHref(id)}/ajouter`}>
              <Icon name="plus" /> Ajouter des structures
            </ButtonLink>
          </p>
        ) : null}
        <Structures id={id} shortLabel={wave.facts.shortLabel} list={list} />
      </section>
      {canEdit ? (
        <WaveSection wave={wave} awards={total} />
      ) : (
        <section className="office-section" aria-labelledby="regle">
          <h2 id="regle">La règle de l’aide</h2>
          <p>{describeRule(wave.facts)}</p>
        </section>
      )}
      <WaveHistory changes={changes} waveId={id} version={wave.version} canEdit={canEdit} />
      {canEdit ? <WaveRemoval waveId={id} version={wave.version} awards={total} /> : null}
    </>
  );
}

type StructuresProps = { id: string; shortLabel: string; list: Awaited<ReturnType<typeof listAwardsOfWave>> };

function Structures({ id, shortLabel, list: { total, page, pages, awards } }: StructuresProps) {
  return (
    <>
      {total > 0 ? (
        <AwardsTable caption={`Structures, ${shortLabel}`} awards={awards} by="structure" />
      ) : (
        <p className="soft">Aucune structure n’est encore dans cette vague.</p>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(one) => `${waveHref(id)}?page=${one}#structures`}
        label="Pages des structures"
      />
    </>
  );
}
