// Built-ins only: the installer reads this before anything is installed.

/** Where a library keeps the error that it met: the standard cause, Prisma's own place, the addresses that were tried. */
function insideOf(value) {
  const { cause, meta, driverAdapterError, errors } = value;
  return [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
}

/** An error and all that it holds, however deep; it may hold itself. Empty for what is no object. */
export function innerErrors(error) {
  // What is added is read in its turn.
  const found = new Set([error]);
  for (const value of found) {
    if (typeof value === 'object' && value !== null) for (const inside of insideOf(value)) found.add(inside);
  }
  return [...found].filter((value) => typeof value === 'object' && value !== null);
}
