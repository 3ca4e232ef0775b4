'use client';

import { useField } from './form-context';

type PickBoxProps = {
  name: string;
  /** What is chosen: the value is « id:version », the version being that of the row when it was shown. */
  id: string;
  version: number;
  label: string;
};

/** The box of a row. After a refusal it is still ticked, for the version that the form then holds: the one sent, or the one told of. */
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
