import * as awards from '@/lib/awards/commands';
import { getAward } from '@/lib/awards/queries';
import { getDb } from '@/lib/database/db';
import type { AwardKey } from '@/lib/domain/award-key';
import { DomainError } from '@/lib/errors';
import { refusalWords } from '@/lib/forms/refusal-words';
import { TERMINAL } from '@/lib/permissions/actor';

export const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');
export const refusal = async (run: Promise<unknown>) => {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw error ?? new Error('nothing was refused');
  const details = refusalWords(error);
  return { code: error.code, details, sentence: plain(details.sentence ?? '') };
};
export const codeOf = async (run: Promise<unknown>) => (await refusal(run)).code;

export const seed = (yearOfAid: number, amountEuros: number, more = {}) => ({
  id: null,
  row: `v${yearOfAid}`,
  purpose: 'seed' as const,
  yearOfAid,
  calendarYear: null,
  amountEuros,
  status: 'planned' as const,
  paidOn: null,
  sourceUrl: null,
  ...more,
});
export const bonus = (amountEuros: number, more = {}) => ({
  ...seed(1, amountEuros),
  row: 'v9',
  purpose: 'digital_bonus' as const,
  yearOfAid: null,
  ...more,
});

export async function currentAward(key: AwardKey) {
  const award = await getAward(key);
  if (!award) throw new Error('no such award');
  return award;
}
type Change = Partial<awards.GivenAward>;
export const given = async (change: Change, key: AwardKey): Promise<awards.GivenAward> => {
  const { version, state } = await currentAward(key);
  const instalments = state.instalments.map((one, at) => ({ ...one, row: `v${at}` }));
  return { ...key, version, ...state, instalments, ...change };
};

let made = 0;
export async function freshAward(waveId: string, communeCode = '59512') {
  made += 1;
  const { id } = await getDb().structure.create({
    data: { slug: `essai-${made}`, name: `Essai ${made}`, communeCode, departmentCode: '', regionCode: '' },
    select: { id: true },
  });
  await awards.addAward({ structureId: id, waveId, label: 'unknown', sourceUrl: null }, TERMINAL);
  return { structureId: id, waveId };
}
