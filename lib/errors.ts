/** What the domain may refuse. Closed: each code has its sentence in messages.ts. */
export type DomainCode =
  | 'access-link-unusable'
  | 'address-taken'
  | 'already-done'
  | 'code-wrong'
  | 'edited-meanwhile'
  | 'email-missing'
  | 'last-administrator'
  | 'name-missing'
  | 'own-account'
  | 'password-wrong'
  | 'region-unknown'
  | 'second-factor-already-set'
  | 'second-factor-not-started'
  | 'too-many-attempts'
  | 'user-departed'
  | 'user-disabled'
  | 'user-unknown';

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
  ) {
    super(code);
  }
}
