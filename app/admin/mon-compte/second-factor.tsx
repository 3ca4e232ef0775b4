import { OwnPasswordField } from '@/components/office/password-fields';
import { QrSquare } from '@/components/office/qr-square';
import { RecoveryCodes } from '@/components/office/recovery-codes';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { FocusHere } from '@/components/ui/focus-here';
import { SubmitButton } from '@/components/ui/submit-button';
import { plural } from '@/lib/french/words';
import {
  abandonSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from './actions';

const PASSWORD = { currentPassword: 'Mot de passe actuel' };

export function SecondFactorOff({ isRequired }: { isRequired: boolean }) {
  return (
    <>
      <p>
        Un code du téléphone s’ajoute au mot de passe à chaque connexion : un mot de passe volé ne suffit plus.
        {isRequired ? ' Ce site la demande aux administrateurs.' : ''}
      </p>
      <p>Il faut une application d’authentification (Aegis, FreeOTP, Google Authenticator ou une autre).</p>
      <ActionForm
        id="activer"
        action={startSecondFactor}
        className="form"
        label="Mettre en place la double authentification"
        labels={PASSWORD}
      >
        <OwnPasswordField />
        <SubmitButton>Commencer</SubmitButton>
      </ActionForm>
    </>
  );
}

type PendingProps = { address: string; secret: string };

function Pairing({ address, secret }: PendingProps) {
  return (
    <FocusHere className="pairing">
      <QrSquare text={address} label="Carré à photographier avec l’application d’authentification" />
      <div>
        <p>
          <b>1.</b> Dans l’application, ajoutez un compte en photographiant ce carré. Sans appareil photo, recopiez
          cette clé :
        </p>
        <code className="handover">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        <p>
          <b>2.</b> Saisissez le code à six chiffres qu’elle affiche.
        </p>
      </div>
    </FocusHere>
  );
}

/** One form for the code and what it gives: the recovery codes stay when the page learns that the factor is set. */
export function SecondFactorConfirm({ pending }: { pending: PendingProps | null }) {
  return (
    <>
      {pending ? <Pairing {...pending} /> : null}
      <ActionForm
        id="confirmer"
        action={confirmSecondFactor}
        className="form"
        label="Premier code"
        labels={{ code: 'Code' }}
      >
        <RecoveryCodes />
        {pending ? (
          <>
            <Field name="code" label="Code à six chiffres" inputMode="numeric" autoComplete="one-time-code" required />
            <SubmitButton look="full">Vérifier et mettre en place</SubmitButton>
          </>
        ) : null}
      </ActionForm>
      {pending ? (
        <ActionForm id="abandonner" action={abandonSecondFactor} label="Abandon">
          <SubmitButton look="ink" small>
            Abandonner
          </SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}

export function SecondFactorOn({ recoveryCodes }: { recoveryCodes: number }) {
  return (
    <>
      <p>
        Un code est demandé à chaque connexion. Il vous reste {recoveryCodes}{' '}
        {plural(recoveryCodes, 'code de secours', 'codes de secours')}.
      </p>
      <details className="fold">
        <summary>Faire de nouveaux codes de secours</summary>
        <ActionForm
          id="codes"
          action={renewRecoveryCodes}
          className="form"
          label="Nouveaux codes de secours"
          labels={PASSWORD}
        >
          <RecoveryCodes />
          <OwnPasswordField />
          <SubmitButton>Remplacer les codes</SubmitButton>
        </ActionForm>
      </details>
      <details className="fold">
        <summary>Retirer la double authentification</summary>
        <ActionForm
          id="retirer"
          action={removeSecondFactor}
          className="form"
          label="Retirer la double authentification"
          labels={PASSWORD}
        >
          <OwnPasswordField />
          <SubmitButton look="ink">Retirer</SubmitButton>
        </ActionForm>
      </details>
    </>
  );
}
