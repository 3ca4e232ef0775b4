import type { Conflict, Suggestion } from './form-state';

/** What the domain may refuse. Closed: each code has its sentence in messages.ts. */
export type DomainCode =
  | 'access-link-unusable'
  | 'address-taken'
  | 'already-done'
  | 'batch-unknown'
  | 'code-wrong'
  | 'commune-unclear'
  | 'commune-unknown'
  | 'commune-without-centre'
  | 'contact-empty'
  | 'edited-meanwhile'
  | 'edited-since'
  | 'email-missing'
  | 'erasable-draft-only'
  | 'geocoder-away'
  | 'last-administrator'
  | 'likely-duplicate'
  | 'name-missing'
  | 'nothing-selected'
  | 'out-of-scope'
  | 'own-account'
  | 'password-wrong'
  | 'region-unknown'
  | 'second-factor-already-set'
  | 'second-factor-not-started'
  | 'structure-incomplete'
  | 'structure-unknown'
  | 'too-many-attempts'
  | 'too-many-selected'
  | 'user-departed'
  | 'user-disabled'
  | 'user-unknown'
  | 'version-unknown';

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

/** Someone saved the record since it was read: carries what differs, so that the person chooses field by field. */
export class EditedMeanwhile extends DomainError {
  constructor(readonly conflict: Conflict) {
    super('edited-meanwhile');
  }
}
