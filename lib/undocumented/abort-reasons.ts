/** Until an error's stack is read, V8 holds what was running: each abort of Next would hold the pages before it. */
export function forgetWhereAborted(): void {
  const { abort } = AbortController.prototype;
  AbortController.prototype.abort = function abortAndForget(this: AbortController, reason?: unknown) {
    abort.call(this, reason);
    const given: unknown = this.signal.reason;
    if (given instanceof Error) void given.stack;
  };
}
