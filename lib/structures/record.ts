import type { AwardLabel } from '@/lib/domain/award-label';
import type { InstalmentPurpose, InstalmentStatus } from '@/lib/domain/instalment';
import type { CommuneCentre } from '@/lib/geography/queries';
import type { Wave } from '@/lib/waves/queries';
import type { StructureFacts } from './facts';
import { STRUCTURE_FIELD_NAMES, STRUCTURE_FIELDS, type StructureField } from './fields';

/** Whole euros; calendar year or date only where a source gives one. */
export type RecordInstalment = {
  purpose: InstalmentPurpose;
  yearOfAid: number | null;
  calendarYear: number | null;
  amountEuros: number;
  status: InstalmentStatus;
  paidOn: string | null;
  sourceUrl: string | null;
};

export type RecordAward = {
  wave: Wave;
  label: AwardLabel;
  sourceUrl: string | null;
  /** The page that gives the label, when it is another than the one that names the laureate. */
  labelSourceUrl: string | null;
  labelFromName: boolean;
  instalments: RecordInstalment[];
};

type PublicField = {
  [Name in StructureField]: (typeof STRUCTURE_FIELDS)[Name]['isPublic'] extends true ? Name : never;
}[StructureField];

/** What the table of fields makes public, in its order; the commune and the sources are read apart. */
type PublicFact = Exclude<PublicField, 'communeCode' | 'sources'>;
export const PUBLIC_FACTS = STRUCTURE_FIELD_NAMES.filter(
  (name): name is PublicFact => STRUCTURE_FIELDS[name].isPublic && name !== 'communeCode' && name !== 'sources',
);

/** All that is public about one structure, and nothing else. Degrees WGS 84; null is « non précisé ». */
export type StructureRecord = Pick<StructureFacts, PublicFact | 'sources'> & {
  id: string;
  slug: string;
  commune: CommuneCentre;
  department: { code: string; name: string };
  region: { code: string; slug: string; name: string };
  contact: { name: string | null; email: string | null; phone: string | null } | null;
  awards: RecordAward[];
  /** ISO instant of the last change of the structure, its awards or their instalments. */
  updatedAt: string;
};
