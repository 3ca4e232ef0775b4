import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { nonceOf, withHashes } from '@/lib/http/answer-policy';
import { ENHANCEMENT_PATH } from '@/lib/site/enhancement';
import {
  failedHalfWay,
  needsScripts,
  scriptsBearing,
  withoutHydrationMarks,
  withoutNonce,
  withoutScripts,
} from '@/lib/undocumented/next-html';

/** What Next answered, headers by their names in small letters. */
export type MadePage = { headers: OutgoingHttpHeaders; text: string };

export type SentPage = {
  headers: OutgoingHttpHeaders;
  text: string;
  /** False when a part of it failed after its beginning was decided. */
  isWhole: boolean;
};

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const isFramework = ({ src }: { src: string | null }) => !src?.startsWith(ENHANCEMENT_PATH);

/** A page to be read has no use for what makes it live again in the browser, nor for the marks left for it. */
const withoutFramework = (html: string, nonce: string): string =>
  withoutHydrationMarks(withoutScripts(html, nonce, isFramework));

/**
 * Allows by their hashes the scripts that bear the nonce of this very answer, and takes the nonce out: the same bytes
 * may then be sent to anyone. `isReading`: of a page that works without the framework, which is left out.
 */
export function toSentPage({ headers, text }: MadePage, isReading: boolean): SentPage {
  const policy = String(headers['content-security-policy'] ?? '');
  const isWhole = !failedHalfWay(text);
  const sent = { 'content-type': headers['content-type'], ...(!isReading && { vary: 'RSC' }) };
  const nonce = nonceOf(policy);
  if (nonce === undefined) return { headers: sent, text, isWhole };

  const html = isReading && isWhole && !needsScripts(text) ? withoutFramework(text, nonce) : text;
  const inline = scriptsBearing(html, nonce).filter(({ src }) => src === null);
  const hashes = inline.map((script) => hashOf(withoutNonce(script.text, nonce)));
  return {
    headers: {
      ...sent,
      'content-security-policy': withHashes(policy, [...new Set(hashes)]),
      ...(headers.link && { link: withoutNonce(String(headers.link), nonce) }),
    },
    text: withoutNonce(html, nonce),
    isWhole,
  };
}
