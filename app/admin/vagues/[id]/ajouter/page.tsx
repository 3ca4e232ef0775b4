import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AWARD_FIELD_LABELS, LabelChoice } from '@/components/office/award-fields';
import { PageTitle } from '@/components/office/page-title';
import { ActionForm } from '@/components/ui/action-form';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnsavedWarning } from '@/components/ui/unsaved-warning';
import { guardPage } from '@/lib/auth/guard-page';
import { type PickFilter, parsePickFilter } from '@/lib/awards/pick-filter';
import { listPickable, listPicked, MOST_PICKABLE, type Pickable } from '@/lib/awards/queries';
import { waveHref } from '@/lib/domain/office-href';
import { formatInteger } from '@/lib/french/numbers';
import { typeset } from '@/lib/french/typography';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';
import { getEditedWave } from '@/lib/waves/office-queries';
import { addManyAwards } from './actions';

export const metadata: Metadata = { title: 'Ajouter des structures' };

export default async function PickPage({ params, searchParams }: PageProps<'/admin/vagues/[id]/ajouter'>) {
  const who = await guardPage('award:edit');
  const { id } = await params;
  const filter = parsePickFilter(await searchParams);
  const wave = await getEditedWave(id);
  if (!wave) notFound();
  const [found, picked] = await Promise.all([
    listPickable(id, filter.q, who.regionScope),
    listPicked(id, filter.structureIds, who.regionScope),
  ]);
  return (
    <>
      <PageTitle
        title="Ajouter des structures"
        crumbs={[
          { label: 'Vagues', href: '/admin/vagues' },
          { label: wave.facts.shortLabel, href: waveHref(id) },
        ]}
        lead={typeset(
          `Cochez celles qui sont retenues dans « ${wave.facts.label} » : elles y entrent ensemble, ou aucune.`,
        )}
      />
      <PickForm waveId={id} filter={filter} found={found} picked={picked} />
    </>
  );
}

type Found = Awaited<ReturnType<typeof listPickable>>;
type PickFormProps = { waveId: string; filter: PickFilter; found: Found; picked: readonly Pickable[] };

/** A new search keeps what is ticked, and what is typed for all of them. */
function PickForm({ waveId, filter, found, picked }: PickFormProps) {
  const others = found.structures.filter(({ id }) => !picked.some((one) => one.id === id));
  const shown = [...picked, ...others];
  return (
    <ActionForm
      id="ajouter"
      action={addManyAwards}
      className="form record-form"
      label="Structures à ajouter"
      labels={{ q: 'Recherche', structureIds: 'Structures', ...AWARD_FIELD_LABELS }}
      work={{
        usual: ['Ajout d’une structure à la vague', 'Ajout de # structures à la vague'],
        byIntention: { chercher: 'Recherche' },
        counted: 'structureIds',
      }}
    >
      <UnsavedWarning />
      <input type="hidden" name="waveId" value={waveId} />
      <div className="office-filter">
        <Field
          name="q"
          type="search"
          label="Nom, commune ou département"
          hint="Les cases cochées le restent."
          initially={filter.q}
          maxLength={100}
        />
        <SubmitButton name="intention" value="chercher" pending="Recherche…">
          Chercher
        </SubmitButton>
      </div>
      <Counted total={found.total} picked={picked.length} isSearch={filter.q !== ''} />
      {shown.length === 0 ? (
        <div className="empty">
          <h2>Aucune structure à ajouter</h2>
          <p>
            <a href={`${waveHref(waveId)}/ajouter`}>Tout montrer</a>
          </p>
        </div>
      ) : (
        <Picks shown={shown} picked={picked} />
      )}
      <fieldset className="form-group">
        <legend>Pour toutes celles qui sont cochées</legend>
        <LabelChoice initially={filter.label} />
        <Field
          name="sourceUrl"
          type="url"
          label="Source"
          hint="La page qui les annonce ; chacune pourra avoir la sienne."
          initially={filter.sourceUrl}
        />
      </fieldset>
      {shown.length === 0 ? null : (
        <div className="form-bar">
          <SubmitButton look="full">Ajouter les structures cochées</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}

function Counted({ total, picked, isSearch }: { total: number; picked: number; isSearch: boolean }) {
  return (
    <p aria-live="polite">
      <b>{formatInteger(total)}</b> {plural(total, 'structure', 'structures')}
      {isSearch ? plural(total, ' trouvée', ' trouvées') : ''} hors de cette vague
      {total > MOST_PICKABLE
        ? `, dont les ${MOST_PICKABLE} premières ci-dessous : cherchez pour voir les autres.`
        : '.'}
      {picked > 0
        ? ` En tête, ${plural(picked, 'celle que vous avez déjà cochée', `les ${formatInteger(picked)} que vous avez déjà cochées`)}.`
        : null}
    </p>
  );
}

type PicksProps = { shown: readonly Pickable[]; picked: readonly Pickable[] };

const Picks = ({ shown, picked }: PicksProps) => (
  <Choice
    name="structureIds"
    legend="Structures"
    kind="many"
    className="choice-set--columns"
    initially={picked.map(({ id }) => id)}
    options={shown.map(({ id, name, commune, department, state }) => ({
      value: id,
      label: name,
      hint: `${placeName(commune)}, ${placeName(department)}${state === 'draft' ? ', brouillon' : ''}`,
    }))}
  />
);
