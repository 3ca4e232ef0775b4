import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/forms/form-action';

type OfficeBarProps = {
  reach: string;
  name: string;
  signOut: FormAction<null>;
};

export function OfficeBar({ reach, name, signOut }: OfficeBarProps) {
  return (
    <header className="office-bar">
      <a className="office-brand" href="/admin">
        Fabriques de territoire <span>· Bureau</span>
      </a>
      <div className="office-me">
        <span className="office-who" title={name}>
          {reach}
        </span>
        <a href="/">Voir le site</a>
        <ActionForm id="deconnexion" action={signOut} label="Déconnexion">
          <SubmitButton pending="Déconnexion…">Se déconnecter</SubmitButton>
        </ActionForm>
      </div>
    </header>
  );
}
