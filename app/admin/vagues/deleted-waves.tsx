import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatInstant } from '@/lib/french/instants';
import { typeset } from '@/lib/french/typography';
import type { DeletedWave } from '@/lib/waves/office-queries';
import { reopenWave } from './actions';

export function DeletedWaves({ waves }: { waves: readonly DeletedWave[] }) {
  if (waves.length === 0) return null;
  return (
    <section className="office-section" aria-labelledby="supprimees">
      <h2 id="supprimees">Vagues supprimées</h2>
      <ul className="history">
        {waves.map(({ id, entryId, label, at, actorName }) => (
          <li key={entryId}>
            <div>
              <b>{typeset(label)}</b>
              <small className="soft">
                {id}, supprimée le {formatInstant(at)}
                {actorName ? `, ${actorName}` : ''}
              </small>
            </div>
            <ActionForm id={`retablir-${id}`} action={reopenWave} label={`Rétablir ${label}`}>
              <input type="hidden" name="waveId" value={id} />
              <input type="hidden" name="entryId" value={entryId} />
              <SubmitButton small>Rétablir</SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
