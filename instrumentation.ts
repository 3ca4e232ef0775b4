import type { Instrumentation } from 'next';
import type { ErrorReporter } from '@/lib/http/error-reporter';

/**
 * Next calls this for each error that a page, an action, a route handler or proxy.ts did not expect. The launcher, which
 * runs in this same process, writes the line: imported here, it would be compiled for runtimes without Node as well.
 */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const { fabriquesErrorReporter } = globalThis as typeof globalThis & { fabriquesErrorReporter?: ErrorReporter };
  fabriquesErrorReporter?.(error, { route: context.routePath, method: request.method });
};
