/** An award is known by its structure and its wave, which outlive its removal and its return. */
export type AwardPlace = { structureId: string; waveId: string };

export const awardKey = ({ structureId, waveId }: AwardPlace): string => `${structureId}/${waveId}`;

/** Where an award is looked after. */
export const awardHref = ({ structureId, waveId }: AwardPlace): string =>
  `/admin/structures/${encodeURIComponent(structureId)}/labellisations/${waveId}`;
