import { ChangeHistory } from '@/components/office/change-history';
import { ConflictPanel, VersionField } from '@/components/office/conflict-panel';
import { WAVE_FIELD_LABELS, WaveFields } from '@/components/office/wave-fields';
import { ActionForm } from '@/components/ui/action-form';
import { YesBox } from '@/components/ui/choice';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnsavedWarning } from '@/components/ui/unsaved-warning';
import type { RecordedChange } from '@/lib/audit/changes';
import { waveHref } from '@/lib/domain/office-href';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { WaveFacts } from '@/lib/waves/schema';
import { deleteWave, restoreWave, saveWave } from './actions';

type Reference = { waveId: string; version: number };

const Hidden = ({ waveId, version }: Reference) => (
  <>
    <input type="hidden" name="waveId" value={waveId} />
    <input type="hidden" name="version" value={version} />
  </>
);

type WaveSectionProps = { wave: { id: string; version: number; facts: WaveFacts }; awards: number };

const checking = (awards: number) =>
  awards === 0
    ? 'Enregistrement de la vague'
    : `Vérification de ${formatInteger(awards)} ${plural(awards, 'labellisation', 'labellisations')} de la vague`;

export function WaveSection({ wave, awards }: WaveSectionProps) {
  return (
    <section className="office-section" aria-labelledby="modifier">
      <h2 id="modifier">Ce que le site dit de la vague</h2>
      <ActionForm
        id="vague"
        action={saveWave}
        className="form record-form"
        label="Ce que le site dit de la vague"
        labels={WAVE_FIELD_LABELS}
        work={{ usual: checking(awards) }}
      >
        <UnsavedWarning />
        <input type="hidden" name="waveId" value={wave.id} />
        <VersionField version={wave.version} />
        <ConflictPanel title="La vague a changé pendant votre saisie" keepHref={waveHref(wave.id)} />
        <WaveFields facts={wave.facts} />
        <div className="form-bar">
          <SubmitButton look="full" pending="Enregistrement…">
            Enregistrer la vague
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

type WaveHistoryProps = Reference & { changes: readonly RecordedChange[]; canEdit: boolean };

export function WaveHistory({ changes, waveId, version, canEdit }: WaveHistoryProps) {
  return (
    <section className="office-section" aria-labelledby="historique">
      <h2 id="historique">Historique</h2>
      <ChangeHistory
        changes={changes}
        birth="wave.created"
        subjectId={waveId}
        renderWayBack={(entryId) =>
          canEdit ? (
            <ActionForm id={`revenir-${entryId}`} action={restoreWave} label="Revenir à cette version">
              <Hidden waveId={waveId} version={version} />
              <input type="hidden" name="entryId" value={entryId} />
              <SubmitButton small>Revenir à cette version</SubmitButton>
            </ActionForm>
          ) : null
        }
      />
    </section>
  );
}

export function WaveRemoval({ waveId, version, awards }: Reference & { awards: number }) {
  return (
    <section className="office-section no-print" aria-labelledby="supprimer-titre">
      <h2 id="supprimer-titre">Supprimer</h2>
      {awards > 0 ? (
        <p className="soft">Une vague où se trouvent des structures ne se supprime pas.</p>
      ) : (
        <ActionForm id="supprimer" action={deleteWave} className="form" label="Supprimer la vague">
          <Hidden waveId={waveId} version={version} />
          <YesBox name="confirm" legend="Confirmation" label="Supprimer cette vague vide" />
          <SubmitButton look="ink">Supprimer la vague</SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
