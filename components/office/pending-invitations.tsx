import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/forms/form-action';
import { formatInstant } from '@/lib/french/instants';
import type { listPendingInvitations } from '@/lib/users/access/queries';
import { ROLE_LABELS, scopeWords } from '@/lib/users/labels';

type PendingInvitationsProps = {
  invitations: Awaited<ReturnType<typeof listPendingInvitations>>;
  regionNames: ReadonlyMap<string, string>;
  revoke: FormAction<null>;
};

export function PendingInvitations({ invitations, regionNames, revoke }: PendingInvitationsProps) {
  if (invitations.length === 0) return null;
  return (
    <section className="office-section" aria-labelledby="attendus">
      <h2 id="attendus">Invitations sans réponse</h2>
      <ul className="task-list">
        {invitations.map(({ id, email, role, coversFrance, regionScope, expiresAt }) => (
          <li key={id} className="invitation">
            <span>
              <b>{email}</b>{' '}
              <span className="soft">
                {ROLE_LABELS[role ?? 'reader']}
                {role === 'editor' ? `, ${scopeWords(coversFrance ? null : regionScope, regionNames)}` : ''}, jusqu’au{' '}
                {formatInstant(expiresAt)}
              </span>
            </span>
            <ActionForm id={`annuler-${id}`} action={revoke} label={`Annuler l’invitation de ${email}`}>
              <input type="hidden" name="linkId" value={id} />
              <SubmitButton look="ink" small>
                Annuler<span className="vh"> l’invitation de {email}</span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
