import { Icon } from '@/components/ui/icon';

/** On every page of an administrator without one: the account that opens all the others is worth a telephone. */
export function SecondFactorReminder({ isRequired }: { isRequired: boolean }) {
  return (
    <aside className="msg msg--check office-reminder" aria-label="Double authentification">
      <p>
        <Icon name="warning" />{' '}
        {isRequired
          ? 'Ce site demande la double authentification aux administrateurs : le reste du bureau s’ouvre dès qu’elle est en place.'
          : 'Votre compte peut tout, et seul un mot de passe le protège.'}{' '}
        <a href="/admin/mon-compte#double-authentification">Mettre en place la double authentification</a>
      </p>
    </aside>
  );
}
