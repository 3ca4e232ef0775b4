import type { ComponentProps, ReactNode } from 'react';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'className' | 'children'> & {
  label: ReactNode;
  /** Already formatted; read as part of the name of the box. */
  count?: string;
};

/** A box that would give nothing keeps its place, disabled, beside its count of zero. */
export function Checkbox({ label, count, ...input }: CheckboxProps) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span>{label}</span>
      {count === undefined ? null : <span className="count">{count}</span>}
    </label>
  );
}
