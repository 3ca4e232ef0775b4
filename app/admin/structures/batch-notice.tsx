import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { BatchSummary } from '@/lib/batches/queries';
import { freshForm } from '@/lib/form-state';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { revertBatch } from './actions';

const DONE: Record<string, [one: string, many: string]> = {
  'structure.published': ['structure publiée', 'structures publiées'],
  'structure.archived': ['structure archivée', 'structures archivées'],
  'structure.saved': ['structure changée de territoire', 'structures changées de territoire'],
  'structure.reverted': ['structure revenue en arrière', 'structures revenues en arrière'],
};

/** What was just done to many structures, and its way back while nobody worked on them since. */
export function BatchNotice({ batchId, batch }: { batchId: string; batch: BatchSummary }) {
  const [one, many] = DONE[batch.action] ?? ['structure modifiée', 'structures modifiées'];
  return (
    <div className="msg msg--done batch-notice" role="status">
      <p>
        {formatInteger(batch.count)} {plural(batch.count, one, many)}.
      </p>
      {batch.isRevertible ? (
        <ActionForm id="defaire" action={revertBatch} initial={freshForm()} label="Revenir en arrière">
          <input type="hidden" name="batchId" value={batchId} />
          <SubmitButton look="ink" small>
            Défaire
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
