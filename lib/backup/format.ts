import { createHmac } from 'node:crypto';
import { z } from 'zod';

/**
 * A backup is one gzip file of lines: a header in JSON; for each table that it names, in its order, the rows as COPY
 * writes them, closed by `\.`; a footer in JSON, with the rows and SHA-256 of each table and of all that stands above.
 */
const KIND = 'fabriques-de-territoire';
/** Grows when a program that reads this one would misread the next. */
export const FORMAT = 1;
/** COPY writes no row like it: a backslash of the data is doubled. */
export const END_OF_ROWS = '\\.\n';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const anyHeader = z.object({ kind: z.literal(KIND), format: z.number() });

export const header = z.object({
  kind: z.literal(KIND),
  format: z.literal(FORMAT),
  writtenAt: z.iso.datetime(),
  secret: sha256,
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })).min(1),
  counters: z.array(z.object({ table: z.string(), column: z.string(), last: z.string().regex(/^\d+$/) })),
});
export type Header = z.infer<typeof header>;

const tally = z.object({ rows: z.number().int().min(0), sha256 });
export type Tally = z.infer<typeof tally>;

export const footer = z.object({ tables: z.record(z.string(), tally), sha256 });
export type Footer = z.infer<typeof footer>;

export const newHeader = (facts: Omit<Header, 'kind' | 'format'>): Header => ({ kind: KIND, format: FORMAT, ...facts });

export const secretMark = (secret: string): string => createHmac('sha256', secret).update('backup').digest('hex');
