export type AwardPlace = { structureId: string; waveId: string };

export const awardKey = ({ structureId, waveId }: AwardPlace): string => `${structureId}/${waveId}`;

export const awardHref = ({ structureId, waveId }: AwardPlace): string =>
  `/admin/structures/${encodeURIComponent(structureId)}/labellisations/${waveId}`;
