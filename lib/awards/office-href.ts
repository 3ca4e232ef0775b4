import type { AwardPlace } from './state';

/** Where an award is looked after. */
export const awardHref = ({ structureId, waveId }: AwardPlace): string =>
  `/admin/structures/${encodeURIComponent(structureId)}/labellisations/${waveId}`;
