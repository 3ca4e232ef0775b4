import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { TERRITORIES } from '@/lib/domain/territory';

const FOLDER = path.join(process.cwd(), 'prisma', 'data');

const text = z.string().transform((value) => value || null);
const whole = z.string().transform((value) => (value === '' ? null : Number.parseInt(value, 10)));
const decimal = z.string().transform((value) => (value === '' ? null : Number.parseFloat(value)));

const laureate = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  official_name: text,
  kind: z.enum(['fabrique', 'fabrique_numerique', 'unknown']),
  wave: z.string().min(1),
  territory: z.enum(TERRITORIES),
  territory_basis: z.enum(['announcement', 'insee_density', 'source', '']).transform((value) => value || null),
  density_level: whole,
  qpv_name: text,
  address: text,
  postcode: text,
  commune: z.string().min(1),
  insee_code: z.string().min(5),
  department_code: z.string().min(2),
  region_code: z.string().min(2),
  latitude: decimal,
  longitude: decimal,
  coordinates_precision: z.enum(['address', 'commune', '']).transform((value) => value || null),
  website: text,
  description: text,
  description_source_url: text,
  source_url: z.url(),
  source_note: text,
});

const wave = z.object({
  id: z.string().min(1),
  rank: z.coerce.number().int(),
  label: z.string().min(1),
  short_label: z.string().min(1),
  opens_on: text,
  closes_on: text,
  announced_on: text,
  announced_on_precision: z.enum(['day', 'month', 'year', 'period']),
  announced_period: text,
  announced_count: whole,
  announced_fabrique_count: whole,
  announced_fabrique_numerique_count: whole,
  annual_ceiling_eur: whole,
  duration_years: whole,
  min_total_eur: whole,
  max_total_eur: whole,
  digital_bonus_eur: whole,
  flat_rate: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  source_url: text,
  note: text,
});

const announcedAid = z.object({
  laureate_id: z.string().min(1),
  purpose: z.enum(['seed', 'digital_bonus']),
  year_of_aid: whole,
  amount_eur: z.coerce.number().int().positive(),
  source_url: z.url(),
});

export type LaureateRow = z.infer<typeof laureate>;
export type WaveRow = z.infer<typeof wave>;
type AnnouncedAidRow = z.infer<typeof announcedAid>;

const readTable = <Row>(file: string, row: z.ZodType<Row>): Row[] =>
  z.array(row).parse(parse(readFileSync(path.join(FOLDER, file)), { columns: true }));

export const readLaureates = (): LaureateRow[] => readTable('laureates.csv', laureate);
export const readWaves = (): WaveRow[] => readTable('waves.csv', wave);
/** Whole euros. */
export const readAnnouncedAid = (): AnnouncedAidRow[] => readTable('announced_aid.csv', announcedAid);
