import type { Actor } from '@/lib/auth/actor';
import type { RegionScope, Role } from '@/lib/auth/policy';
import { getDb } from '@/lib/db';

let made = 0;

/** A member of staff of this test's own database, as an actor. */
export async function makeActor(role: Role, regionScope: RegionScope = null): Promise<Actor & { origin: 'interface' }> {
  made += 1;
  const { id } = await getDb().user.create({
    data: {
      name: `Personne ${made}`,
      email: `personne-${made}@exemple.fr`,
      role,
      coversFrance: regionScope === null,
      regionScope: [...(regionScope ?? [])],
    },
    select: { id: true },
  });
  return { origin: 'interface', id, role, regionScope };
}
