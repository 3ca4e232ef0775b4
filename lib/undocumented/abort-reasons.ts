/**
 * V8 keeps with an error the objects whose methods were running, until its stack is first read. Next aborts signals with
 * an error at the end of each page, from a `setImmediate`, which leads to those of other requests, and by them to their
 * errors: a chain that holds every page, and that one kept request is enough to hold. Reading the stack cuts it.
 */
export function forgetWhereAborted(): void {
  const { abort } = AbortController.prototype;
  AbortController.prototype.abort = function abortAndForget(this: AbortController, reason?: unknown) {
    abort.call(this, reason);
    const given: unknown = this.signal.reason;
    if (given instanceof Error) void given.stack;
  };
}
