export const IDLE_MS = 2 * 60 * 60 * 1000;
export const WHOLE_SECONDS = 12 * 60 * 60;
/** Being seen is written at most once in so long: a page must not cost a write. */
export const SEEN_EVERY_MS = 60_000;

/** On the server's clock. */
export const isLive = ({ createdAt, lastSeenAt }: { createdAt: Date; lastSeenAt: Date }, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() < IDLE_MS && now.getTime() - createdAt.getTime() < WHOLE_SECONDS * 1000;

export const DEVICE_KNOWN_SECONDS = 365 * 24 * 60 * 60;
