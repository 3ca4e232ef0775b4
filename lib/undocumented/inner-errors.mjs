// Built-ins only: the installer reads this before anything is installed.

/** The standard cause, Prisma's own places, the addresses that were tried. */
function insideOf(value) {
  const { cause, meta, driverAdapterError, errors } = value;
  return [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
}

export function innerErrors(error) {
  // What is added is read in its turn.
  const found = new Set([error]);
  for (const value of found) {
    if (typeof value === 'object' && value !== null) for (const inside of insideOf(value)) found.add(inside);
  }
  return [...found].filter((value) => typeof value === 'object' && value !== null);
}
