import type { Conflict } from './domain/conflict';
import type { RuleBreach } from './domain/money-rule';
import type { Missing } from './domain/publishable';
import type { StructureState } from './domain/structure-state';

export type DomainCode =
  | 'access-link-unusable'
  | 'address-taken'
  | 'already-done'
  | 'award-exists'
  | 'award-last'
  | 'award-paid'
  | 'award-unknown'
  | 'batch-unknown'
  | 'code-wrong'
  | 'commune-unclear'
  | 'commune-unknown'
  | 'commune-without-centre'
  | 'coordinates-without-address'
  | 'edited-meanwhile'
  | 'edited-since'
  | 'email-missing'
  | 'erasable-draft-only'
  | 'geocoder-away'
  | 'last-administrator'
  | 'likely-duplicate'
  | 'name-missing'
  | 'nothing-selected'
  | 'nothing-to-plan'
  | 'out-of-scope'
  | 'own-account'
  | 'own-demotion'
  | 'password-own'
  | 'password-wrong'
  | 'region-unknown'
  | 'rule-breaks-awards'
  | 'rule-broken'
  | 'second-factor-already-set'
  | 'second-factor-not-started'
  | 'structure-incomplete'
  | 'structure-unknown'
  | 'too-many-attempts'
  | 'user-departed'
  | 'user-disabled'
  | 'user-unknown'
  | 'version-unknown'
  | 'wave-has-awards'
  | 'wave-id-taken'
  | 'wave-rank-taken'
  | 'wave-unknown';

export type DoorwayCode =
  | 'foreign-origin'
  | 'form-unreadable'
  | 'forbidden'
  | 'second-factor-missing'
  | 'session-over'
  | 'still-running';

/** Expected: nothing was written, the person is told why. `field` ties it to what was typed. */
export class DomainError extends Error {
  override name = 'DomainError';
  constructor(
    readonly code: DomainCode,
    readonly field?: string,
  ) {
    super(code);
  }
}

type Named = { id: string; name: string };
export type Among = 'ticked' | 'batch';

export type Since = 'removed' | 'returned' | 'paid' | 'funded' | 'changed';

/** What a code alone cannot say; the edge makes a sentence of it. */
export type RefusalData = {
  'award-exists': { waveId: string; structures: readonly Named[] };
  'award-last': { waveId: string; structures: readonly Named[] };
  'commune-unclear': { found: readonly { code: string; name: string; departmentName: string }[] };
  'edited-meanwhile': { structures: readonly Named[]; selection: string[] };
  'edited-since': { structures: readonly (Named & { award?: { waveId: string; since: Since } })[] };
  'likely-duplicate': { alike: readonly (Named & { communeName: string; state: StructureState })[] };
  'out-of-scope': { among: Among; structures: readonly { name: string; slug: string; isPublic: boolean }[] };
  'rule-breaks-awards': {
    shortLabel: string;
    awards: readonly { structureId: string; waveId: string; name: string; breach: RuleBreach }[];
  };
  /** `field`: the name, in what was typed, of what breaks the rule. */
  'rule-broken': { shortLabel: string; breaches: readonly { breach: RuleBreach; field: string | undefined }[] };
  'structure-incomplete': { among: Among; structures: readonly (Named & { missing: readonly Missing[] })[] };
  /** `left`: by name, what the form holds without those that are gone. */
  'structure-unknown': { gone: number; left: Readonly<Record<string, string[]>> };
  'wave-id-taken': { waveId: string };
  /** `lost`: the rank of a wave to be given back. */
  'wave-rank-taken': { holder: { id: string; shortLabel: string }; lost?: number };
};
export type DetailedCode = keyof RefusalData;

export class DetailedError<Code extends DetailedCode = DetailedCode> extends DomainError {
  constructor(
    override readonly code: Code,
    readonly data: RefusalData[Code],
    field?: string,
  ) {
    super(code, field);
  }
}

export class EditedMeanwhile extends DomainError {
  constructor(readonly conflict: Conflict) {
    super('edited-meanwhile');
  }
}
