import { placeName } from '@/lib/geography/place-names';

/** Overseas codes begin with the three figures of their département. */
const departmentOf = (communeCode: string) => communeCode.slice(0, communeCode.startsWith('97') ? 3 : 2);

/** « Lille (59) » */
export const communeLabel = ({ code, name }: { code: string; name: string }): string =>
  `${placeName(name)} (${departmentOf(code)})`;
