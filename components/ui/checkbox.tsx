import type { ComponentProps, ReactNode } from 'react';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'className' | 'children'> & {
  label: ReactNode;
  /** Number of answers behind the box, already formatted; read as part of its name. */
  count?: string;
};

/** The whole row is the target. A box that would give nothing keeps its place, disabled, beside its count of zero. */
export function Checkbox({ label, count, ...input }: CheckboxProps) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span>{label}</span>
      {count === undefined ? null : <span className="count">{count}</span>}
    </label>
  );
}
