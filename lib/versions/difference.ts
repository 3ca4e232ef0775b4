import { isSame } from '@/lib/fields/field';
import type { Prisma } from '@/prisma/generated/client';

type ToldFacts = Record<string, Prisma.InputJsonValue | null>;
export type Difference = { before: ToldFacts; after: ToldFacts };

const told = (value: unknown) => (value ?? null) as Prisma.InputJsonValue | null;

/** Null when nothing differs. What `after` does not say is no difference. */
export function differenceOf(before: object, after: object, names: readonly string[]): Difference | null {
  const [old, next] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const changed = names.filter((name) => name in next && !isSame(told(old[name]), told(next[name])));
  if (changed.length === 0) return null;
  const pick = (facts: Record<string, unknown>) => Object.fromEntries(changed.map((name) => [name, told(facts[name])]));
  return { before: pick(old), after: pick(next) };
}
