import { ActionForm } from '@/components/ui/action-form';
import type { Action } from '@/components/ui/answered-action';
import { SubmitButton } from '@/components/ui/submit-button';
import type { BatchSummary } from '@/lib/batches/queries';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';

const DONE: Record<string, [one: string, many: string]> = {
  'award.added': ['structure est ajoutée à la vague', 'structures sont ajoutées à la vague'],
  'award.removed': ['structure est sortie de la vague', 'structures sont sorties de la vague'],
  'award.restored': ['structure est de nouveau dans la vague', 'structures sont de nouveau dans la vague'],
  'structure.published': ['structure publiée', 'structures publiées'],
  'structure.archived': ['structure archivée', 'structures archivées'],
  'structure.saved': ['structure changée de territoire', 'structures changées de territoire'],
  'structure.reverted': ['structure revenue en arrière', 'structures revenues en arrière'],
};

type BatchNoticeProps = {
  batchId: string;
  batch: BatchSummary;
  revert: Action<null>;
  view?: string;
};

/** The way back is refused, with their names, when someone worked on some since. */
export function BatchNotice({ batchId, batch, revert, view }: BatchNoticeProps) {
  const [one, many] = DONE[batch.action] ?? ['structure modifiée', 'structures modifiées'];
  return (
    <div className="msg msg--done batch-notice">
      <p role="status">
        {formatInteger(batch.count)} {plural(batch.count, one, many)}.
      </p>
      <ActionForm
        id="defaire"
        action={revert}
        label="Revenir en arrière"
        work={{
          usual: `Retour en arrière de ${formatInteger(batch.count)} ${plural(batch.count, 'structure', 'structures')}`,
        }}
      >
        <input type="hidden" name="batchId" value={batchId} />
        {view ? <input type="hidden" name="view" value={view} /> : null}
        <SubmitButton look="ink" small>
          Défaire
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
