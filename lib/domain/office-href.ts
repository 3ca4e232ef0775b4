import type { AwardKey } from './award-key';

export const structureHref = (id: string): string => `/admin/structures/${id}`;

export const waveHref = (id: string): string => `/admin/vagues/${id}`;

export const awardHref = ({ structureId, waveId }: AwardKey): string =>
  `${structureHref(structureId)}/labellisations/${waveId}`;
