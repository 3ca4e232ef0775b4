import { sql } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/client';
import type { RecordedChange } from './changes';
import type { SubjectKind } from './subject-kinds';

export type BatchLine = Pick<RecordedChange, 'id' | 'action' | 'before' | 'after'> & { subjectId: string };

export const listBatchLines = (
  tx: Prisma.TransactionClient,
  batch: string,
  kinds: readonly SubjectKind[],
): Promise<BatchLine[]> =>
  tx.$queryRaw<BatchLine[]>(sql`
    SELECT e.id, e.subject_id AS "subjectId", e.action, e.before, e.after FROM audit_entry e
    WHERE e.batch_id = ${batch}::uuid AND e.subject_kind = ANY (${kinds}::text[]) ORDER BY e.id DESC`);

export const listLinesAfterBatch = (
  tx: Prisma.TransactionClient,
  batch: string,
  kinds: readonly SubjectKind[],
  subjectIds: readonly string[],
): Promise<BatchLine[]> =>
  tx.$queryRaw<BatchLine[]>(sql`
    SELECT e.id, e.subject_id AS "subjectId", e.action, e.before, e.after FROM audit_entry e
    WHERE e.subject_kind = ANY (${kinds}::text[]) AND e.subject_id = ANY (${subjectIds}::text[])
      AND e.id > (SELECT max(id) FROM audit_entry WHERE batch_id = ${batch}::uuid)
    ORDER BY e.id DESC`);
