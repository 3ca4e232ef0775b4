import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AwardsTable } from '@/components/office/awards-table';
import { PageTitle } from '@/components/office/page-title';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Pagination } from '@/components/ui/pagination';
import { guardPage } from '@/lib/auth/guard-page';
import { holds } from '@/lib/auth/policy';
import { listAwardsOfWave } from '@/lib/awards/queries';
import { describeRule } from '@/lib/awards/rule-words';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { getEditedWave, listWaveHistory } from '@/lib/waves/office-queries';
import { WaveHistory, WaveRemoval, WaveSection } from './wave-section';

export const metadata: Metadata = { title: 'Vague' };

/** What was just done; of the wave itself, only while it is the last thing done: the address outlives it. */
const LAST: Record<string, string> = { ouverte: 'wave.created', revenue: 'wave.restored' };
const DONE: Record<string, (count: number) => string> = {
  ouverte: () => 'La vague est ouverte. Ajoutez-lui ses structures.',
  revenue: () => 'La version choisie est de nouveau en place.',
  ajoutees: (count) =>
    `${formatInteger(count)} ${plural(count, 'structure est ajoutée', 'structures sont ajoutées')} à la vague.`,
};

type Search = { fait?: string | string[]; nombre?: string | string[]; page?: string | string[] };
type WavePageProps = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

const whole = (value: string | string[] | undefined) =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : 1;

export default async function WavePage({ params, searchParams }: WavePageProps) {
  const who = await guardPage('draft:read');
  const [{ id }, { fait, nombre, page: pageAsked }] = await Promise.all([params, searchParams]);
  const wave = await getEditedWave(id);
  if (!wave) notFound();
  const [list, changes] = await Promise.all([
    listAwardsOfWave(id, whole(pageAsked), who.regionScope),
    listWaveHistory(id),
  ]);
  const { total } = list;
  const asked = typeof fait === 'string' ? fait : '';
  const isLast = LAST[asked] === undefined || LAST[asked] === changes[0]?.action;
  const done = isLast ? DONE[asked]?.(whole(nombre)) : undefined;
  const canEdit = holds(who, 'wave:edit');
  return (
    <>
      <PageTitle
        title={wave.facts.label}
        crumbs={[{ label: 'Vagues', href: '/admin/vagues' }]}
        lead={<a href={`/vagues/${id}`}>Ce que voit le public</a>}
      >
        <span className="soft small">
          {id}, version {wave.version}
        </span>
      </PageTitle>
      {done ? (
        <p className="msg msg--done" role="status">
          {done}
        </p>
      ) : null}
      <section className="office-section" aria-labelledby="structures">
        <h2 id="structures">
          {formatInteger(total)} {plural(total, 'structure', 'structures')}
          {wave.facts.announcedCount === null ? '' : ` sur ${formatInteger(wave.facts.announcedCount)} annoncées`}
        </h2>
        {holds(who, 'award:edit') ? (
          <p>
            <ButtonLink href={`/admin/vagues/${id}/ajouter`}>
              <Icon name="plus" /> Ajouter des structures
            </ButtonLink>
          </p>
        ) : null}
        <Structures id={id} shortLabel={wave.facts.shortLabel} list={list} />
      </section>
      {canEdit ? (
        <WaveSection wave={wave} />
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
        hrefOf={(one) => `/admin/vagues/${id}?page=${one}#structures`}
        label="Pages des structures"
      />
    </>
  );
}
