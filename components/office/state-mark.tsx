import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';

const SIGNS: Record<'good' | 'check' | 'off' | 'plain', IconName | null> = {
  good: 'check',
  check: 'warning',
  off: 'minus',
  plain: null,
};

/** Never by colour alone. */
export function StateMark({ kind, children }: { kind: keyof typeof SIGNS; children: ReactNode }) {
  const sign = SIGNS[kind];
  return (
    <span className={`state state--${kind}`}>
      {sign ? <Icon name={sign} /> : null}
      {children}
    </span>
  );
}
