import { Field } from '@/components/ui/field';

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
