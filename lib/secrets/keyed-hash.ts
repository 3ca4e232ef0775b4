import { createHmac } from 'node:crypto';
import { authSecret } from '@/lib/env';

/** What the database keeps of something that it must recognise and cannot name; `kind` keeps two uses of a text apart. */
export const keyedHash = (kind: string, text: string): string =>
  createHmac('sha256', authSecret()).update(`${kind}\0${text}`).digest('hex');
