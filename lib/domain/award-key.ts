/** An award is known by its structure and its wave, which outlive its removal and its return. */
export type AwardKey = { structureId: string; waveId: string };

export const awardKey = ({ structureId, waveId }: AwardKey): string => `${structureId}/${waveId}`;

export function awardKeyFrom(text: string): AwardKey {
  const [structureId = '', waveId = ''] = text.split('/');
  return { structureId, waveId };
}
