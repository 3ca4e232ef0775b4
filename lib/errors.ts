import type { Conflict, Suggestion } from '@/lib/forms/form-state';

/** What the domain may refuse. Closed: each code has its sentence in messages.ts. */
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

/** What the doorway itself may refuse, before the domain is asked. */
export type DoorwayCode =
  | 'foreign-origin'
  | 'form-unreadable'
  | 'forbidden'
  | 'second-factor-missing'
  | 'session-over'
  | 'still-running';

/** An expected refusal: nothing was written, the person is told why. `field` ties it to what was typed. */
export class DomainError extends Error {
  override name = 'DomainError';
  constructor(
    readonly code: DomainCode,
    readonly field?: string,
    /** What the person may choose from, or go and look at. */
    readonly suggestions: readonly Suggestion[] = [],
  ) {
    super(code);
  }
}

/** What a code alone cannot say: the amounts of a rule, the records that stand in the way. */
export type RefusalDetails = {
  /** A whole French sentence, instead of that of the code. */
  sentence?: string;
  /** By name of what was typed, when several things are wrong. */
  errors?: Readonly<Record<string, string>>;
  /** The records that stand in the way. */
  links?: readonly { words: string; href: string }[];
  /** By name, what the form holds from now on in the place of what was sent: a version that was shown, say. */
  values?: Readonly<Record<string, string[]>>;
};

/** A refusal that names amounts and records. */
export class DetailedError extends DomainError {
  constructor(
    code: DomainCode,
    readonly details: RefusalDetails,
    field?: string,
  ) {
    super(code, field);
  }
}

/** Someone saved the record since it was read: carries what differs, so that the person chooses field by field. */
export class EditedMeanwhile extends DomainError {
  constructor(readonly conflict: Conflict) {
    super('edited-meanwhile');
  }
}
