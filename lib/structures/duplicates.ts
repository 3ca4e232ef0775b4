import { queryRows, sql } from '@/lib/database/db';
import { stateColumn } from '@/lib/domain/state-conditions';
import type { StructureState } from '@/lib/domain/structure-state';

/** Two names of one place are rarely less alike; two places of one commune are rarely more. */
const LIKENESS = 0.45;
const MOST = 5;

type LikelyDuplicate = { id: string; name: string; communeName: string; state: StructureState };

export const findLikelyDuplicates = (structure: {
  id: string | null;
  name: string;
  communeCode: string;
}): Promise<LikelyDuplicate[]> =>
  queryRows<LikelyDuplicate>(sql`
    SELECT s.id, s.name, c.name AS "communeName",
      ${stateColumn} AS state
    FROM structure s JOIN commune c ON c.code = s.commune_code,
      LATERAL (SELECT greatest(similarity(plain_words(s.name), plain_words(${structure.name})),
        similarity(plain_words(s.official_name), plain_words(${structure.name}))) AS likeness) l
    WHERE s.commune_code = ${structure.communeCode} AND s.id IS DISTINCT FROM ${structure.id} AND l.likeness >= ${LIKENESS}
    ORDER BY l.likeness DESC, s.id LIMIT ${MOST}`);
