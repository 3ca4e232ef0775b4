import type { IncomingMessage } from 'node:http';
import { MOST_FORM_BYTES } from '@/lib/form-size';

/**
 * Why the body of a form is not handed to a page, as a status: 413 for more than a form holds, 411 for one that does not
 * say how much it is, as no browser sends it. Null when it may be read. The open data limits what it reads by itself.
 */
export function bodyRefusal({ method, headers }: IncomingMessage, target: string): 411 | 413 | null {
  if (method !== 'POST' || target.startsWith('/api/')) return null;
  if (headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > MOST_FORM_BYTES ? 413 : null;
}
