'use client';

import { useField } from './form-context';

type PickBoxProps = {
  name: string;
  /** The value is « id:version », the version being that of the row when it was shown. */
  id: string;
  version: number;
  label: string;
};

/** After a refusal it is still ticked, for the version that the form then holds. */
export function PickBox({ name, id, version, label }: PickBoxProps) {
  const kept = useField(name).typed?.find((value) => value.startsWith(`${id}:`));
  return (
    <input
      // A box does not follow a new default: it is made anew with it.
      key={kept ?? 'off'}
      type="checkbox"
      name={name}
      value={kept ?? `${id}:${version}`}
      defaultChecked={kept !== undefined}
      aria-label={label}
    />
  );
}
