import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AWARD_FIELD_LABELS, LabelChoice } from '@/components/office/award-fields';
import { PageTitle } from '@/components/office/page-title';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnsavedWarning } from '@/components/ui/unsaved-warning';
import { guardPage } from '@/lib/auth/guard-page';
import { listPickable, MOST_PICKABLE, type Pickable } from '@/lib/awards/queries';
import { freshForm } from '@/lib/form-state';
import { formatInteger } from '@/lib/french/numbers';
import { typeset } from '@/lib/french/typography';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';
import { getEditedWave } from '@/lib/waves/office-queries';
import { addManyAwards } from './actions';

export const metadata: Metadata = { title: 'Ajouter des structures' };

const LONGEST_SEARCH = 100;

type PickPageProps = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string | string[] }> };

export default async function PickPage({ params, searchParams }: PickPageProps) {
  const who = await guardPage('award:edit');
  const [{ id }, { q }] = await Promise.all([params, searchParams]);
  const wave = await getEditedWave(id);
  if (!wave) notFound();
  const search = (typeof q === 'string' ? q : '').slice(0, LONGEST_SEARCH);
  const { total, structures } = await listPickable(id, search, who.regionScope);
  return (
    <>
      <PageTitle
        title="Ajouter des structures"
        crumbs={[
          { label: 'Vagues', href: '/admin/vagues' },
          { label: wave.facts.shortLabel, href: `/admin/vagues/${id}` },
        ]}
        lead={typeset(
          `Cochez celles qui sont retenues dans « ${wave.facts.label} » : elles y entrent ensemble, ou aucune.`,
        )}
      />
      <SearchForm id={id} search={search} />
      <p aria-live="polite">
        <b>{formatInteger(total)}</b> {plural(total, 'structure', 'structures')} hors de cette vague
        {total > MOST_PICKABLE
          ? `, dont les ${MOST_PICKABLE} premières ci-dessous : cherchez pour voir les autres.`
          : '.'}
      </p>
      {total === 0 ? (
        <div className="empty">
          <h2>Aucune structure à ajouter</h2>
          <p>
            <a href={`/admin/vagues/${id}/ajouter`}>Tout montrer</a>
          </p>
        </div>
      ) : (
        <PickForm waveId={id} structures={structures} />
      )}
    </>
  );
}

function SearchForm({ id, search }: { id: string; search: string }) {
  return (
    <form className="journal-filter" action={`/admin/vagues/${id}/ajouter`} aria-label="Chercher une structure">
      <div className="field">
        <label htmlFor="cherche">Nom, commune ou département</label>
        <input id="cherche" type="search" name="q" className="input" defaultValue={search} maxLength={LONGEST_SEARCH} />
      </div>
      <Button type="submit">Chercher</Button>
    </form>
  );
}

function PickForm({ waveId, structures }: { waveId: string; structures: readonly Pickable[] }) {
  return (
    <ActionForm
      id="ajouter"
      action={addManyAwards}
      initial={freshForm()}
      className="form record-form"
      label="Structures à ajouter"
      labels={{ structureIds: 'Structures', ...AWARD_FIELD_LABELS }}
      work={{
        usual: ['Ajout d’une structure à la vague', 'Ajout de # structures à la vague'],
        counted: 'structureIds',
      }}
    >
      <UnsavedWarning />
      <input type="hidden" name="waveId" value={waveId} />
      <Choice
        name="structureIds"
        legend="Structures"
        kind="many"
        className="choice-set--columns"
        options={structures.map(({ id, name, commune, department, state }) => ({
          value: id,
          label: name,
          hint: `${placeName(commune)}, ${placeName(department)}${state === 'draft' ? ', brouillon' : ''}`,
        }))}
      />
      <fieldset className="form-group">
        <legend>Pour toutes celles qui sont cochées</legend>
        <LabelChoice />
        <Field
          name="sourceUrl"
          type="url"
          label="Source"
          hint="La page qui les annonce ; chacune pourra avoir la sienne."
        />
      </fieldset>
      <div className="form-bar">
        <SubmitButton look="full">Ajouter les structures cochées</SubmitButton>
      </div>
    </ActionForm>
  );
}
