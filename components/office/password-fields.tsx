import { Field } from '@/components/ui/field';

export const OwnPasswordField = () => (
  <Field name="currentPassword" type="password" label="Mot de passe actuel" autoComplete="current-password" required />
);

/** Password keepers read here whose password this is. */
export const ShownEmail = ({ email }: { email: string | undefined }) => (
  <input
    type="email"
    name="shown"
    className="vh"
    value={email}
    autoComplete="username"
    readOnly
    tabIndex={-1}
    aria-hidden="true"
  />
);

export function NewPasswordFields({ label, hint }: { label: string; hint: string }) {
  return (
    <>
      <Field name="password" type="password" label={label} hint={hint} autoComplete="new-password" required />
      <Field
        name="passwordAgain"
        type="password"
        label="Le même, encore une fois"
        autoComplete="new-password"
        required
      />
    </>
  );
}
