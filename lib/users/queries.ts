import { getDb } from '@/lib/database/db';
import type { RegionScope, Role } from '@/lib/permissions/policy';

const LISTED = {
  id: true,
  number: true,
  name: true,
  email: true,
  role: true,
  coversFrance: true,
  regionScope: true,
  twoFactorEnabled: true,
  disabledAt: true,
  departedAt: true,
  version: true,
  createdAt: true,
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
} as const;

/** More accounts than any office has; beyond, the page would need pages. */
const MOST_USERS = 1_000;

type Row = { coversFrance: boolean; regionScope: string[]; role: Role; sessions: { lastSeenAt: Date }[] };

const readable = <User extends Row>({ coversFrance, regionScope, sessions, ...user }: User) => ({
  ...user,
  regionScope: (coversFrance ? null : regionScope) as RegionScope,
  lastSeenAt: sessions[0]?.lastSeenAt ?? null,
});

/** Active first, then suspended, then those who left; by name. */
export async function listUsers() {
  const users = await getDb().user.findMany({
    select: LISTED,
    orderBy: [
      { departedAt: { sort: 'asc', nulls: 'first' } },
      { disabledAt: { sort: 'asc', nulls: 'first' } },
      { name: 'asc' },
      { id: 'asc' },
    ],
    take: MOST_USERS,
  });
  return users.map(readable);
}

/** Null for none. */
export async function getUserByNumber(number: number) {
  const user = await getDb().user.findUnique({ where: { number }, select: LISTED });
  return user && readable(user);
}

export type UserRow = Awaited<ReturnType<typeof listUsers>>[number];

export const findActiveUser = (email: string) =>
  getDb().user.findFirst({ where: { email, disabledAt: null }, select: { id: true, email: true } });

export const getUserById = (id: string) =>
  getDb().user.findUniqueOrThrow({ where: { id }, select: { email: true, number: true } });
