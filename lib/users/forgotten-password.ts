import { beginAttempt } from '@/lib/auth/sign-in-attempts';
import { inStrangersLine } from '@/lib/auth/strangers-line';
import type { Visitor } from '@/lib/auth/visitor';
import type { Actor } from '@/lib/permissions/actor';
import { PROGRAM } from '@/lib/permissions/actor';
import { findActiveUser } from './queries';

type MakeLink = (userId: string, actor: Actor) => Promise<string>;

/** Null for no account, or when too many were asked for. Counted apart from sign-ins, so that it keeps nobody out. */
export async function linkForForgotten(email: string, visitor: Visitor, makeLink: MakeLink): Promise<string | null> {
  const attempt = await inStrangersLine(visitor, () => beginAttempt('forgotten', email, visitor));
  if (attempt.waitSeconds > 0) return null;
  const user = await findActiveUser(email);
  return user && makeLink(user.id, PROGRAM);
}
