import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import { typeset } from '@/lib/french/typography';

/** Dates are `YYYY-MM-DD` or ISO instants, amounts whole euros; null is « non publié ». Texts are set in French print. */
export type Wave = {
  id: string;
  rank: number;
  label: string;
  shortLabel: string;
  opensOn: string | null;
  closesOn: string | null;
  announcedOn: string | null;
  announcedOnPrecision: 'day' | 'month' | 'year' | 'period';
  announcedPeriod: string | null;
  announcedCount: number | null;
  announcedFabriqueCount: number | null;
  announcedFabriqueNumeriqueCount: number | null;
  annualCeilingEuros: number | null;
  durationYears: number | null;
  minTotalEuros: number | null;
  maxTotalEuros: number | null;
  digitalBonusEuros: number | null;
  flatRate: boolean;
  sourceUrl: string | null;
  note: string | null;
  /** Announced before the year after the target's: counts towards the 300. */
  countsTowardsTarget: boolean;
  /** Published structures with an award in this wave. */
  listedCount: number;
  updatedAt: string;
};

export const listWaves = (): Promise<Wave[]> =>
  remember('waves', async () => {
    const waves = await queryRows<Wave>(sql`
      SELECT w.id, w.rank, w.label, w.short_label AS "shortLabel",
        to_char(w.opens_on, 'YYYY-MM-DD') AS "opensOn", to_char(w.closes_on, 'YYYY-MM-DD') AS "closesOn",
        to_char(w.announced_on, 'YYYY-MM-DD') AS "announcedOn",
        w.announced_on_precision AS "announcedOnPrecision", w.announced_period AS "announcedPeriod",
        w.announced_count AS "announcedCount", w.announced_fabrique_count AS "announcedFabriqueCount",
        w.announced_fabrique_numerique_count AS "announcedFabriqueNumeriqueCount",
        w.annual_ceiling_euros AS "annualCeilingEuros", w.duration_years AS "durationYears",
        w.min_total_euros AS "minTotalEuros", w.max_total_euros AS "maxTotalEuros",
        w.digital_bonus_euros AS "digitalBonusEuros", w.flat_rate AS "flatRate", w.source_url AS "sourceUrl", w.note,
        coalesce(extract(year FROM w.announced_on) <= c.target_year, false) AS "countsTowardsTarget",
        coalesce(t.listed, 0) AS "listedCount", to_json(w.updated_at) #>> '{}' AS "updatedAt"
      FROM wave w JOIN call c ON c.id = w.call_id
      LEFT JOIN (
        SELECT split_part(k, ':', 1) AS wave_id, sum(s.structures)::int AS listed
        FROM structure_tally s, unnest(s.award_keys) AS k GROUP BY 1
      ) t ON t.wave_id = w.id
      ORDER BY w.rank, w.id`);
    return waves.map((wave) => ({
      ...wave,
      label: typeset(wave.label),
      shortLabel: typeset(wave.shortLabel),
      note: wave.note && typeset(wave.note),
    }));
  });

export type Call = {
  id: string;
  name: string;
  programme: string;
  operator: string;
  opensOn: string;
  budgetEuros: number | null;
  targetTotal: number;
  targetQpv: number;
  targetRural: number;
  targetYear: number;
  sourceUrl: string;
};

export const getCall = (): Promise<Call> =>
  remember('call', async () => {
    const [call] = await queryRows<Call>(sql`
      SELECT id, name, programme, operator, to_char(opens_on, 'YYYY-MM-DD') AS "opensOn", budget_euros AS "budgetEuros",
        target_total AS "targetTotal", target_qpv AS "targetQpv", target_rural AS "targetRural",
        target_year AS "targetYear", source_url AS "sourceUrl"
      FROM call ORDER BY opens_on, id LIMIT 1`);
    if (!call) throw new Error('No call in the database: the default data is missing');
    return { ...call, name: typeset(call.name), programme: typeset(call.programme), operator: typeset(call.operator) };
  });
