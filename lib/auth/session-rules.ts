/** A session ends when nothing was asked for so long. */
export const IDLE_MS = 2 * 60 * 60 * 1000;
/** And in any case after so long. */
export const WHOLE_SECONDS = 12 * 60 * 60;
/** Being seen is written at most once in so long: a page must not cost a write. */
export const SEEN_EVERY_MS = 60_000;

/** Whether a session still lets in. Instants are compared on the server's clock. */
export const isLive = ({ createdAt, lastSeenAt }: { createdAt: Date; lastSeenAt: Date }, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() < IDLE_MS && now.getTime() - createdAt.getTime() < WHOLE_SECONDS * 1000;

/** A device from which an account was entered is known to it for so long after the last time. */
export const DEVICE_KNOWN_SECONDS = 365 * 24 * 60 * 60;
