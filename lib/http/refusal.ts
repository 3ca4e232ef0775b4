import { securityHeaders } from './answer-policy';
import { plainPage } from './plain-page';
import { PROBLEM_TYPE, toProblem } from './problem';

const SENTENCES: Record<number, [reason: string, sentence: string]> = {
  308: ['Permanent Redirect', 'Cette adresse s’écrit autrement.'],
  400: ['Bad Request', 'Cette adresse est mal écrite\u00A0: elle ne désigne aucune page.'],
  405: ['Method Not Allowed', 'Cette adresse ne se demande pas ainsi.'],
  408: ['Request Timeout', 'La demande n’est pas arrivée en entier à temps.'],
  414: ['URI Too Long', 'Cette adresse est trop longue.'],
  417: ['Expectation Failed', 'Cette demande attend du serveur ce qu’il ne sait pas faire.'],
  431: ['Request Header Fields Too Large', 'Cette adresse est trop longue.'],
};

/** `target`: what was asked, as it came; programs are refused in problem details, people by a page. */
export function refusal(status: number, siteUrl: string, extra: Record<string, string> = {}, target?: string) {
  const [reason, sentence] = SENTENCES[status] ?? ['Bad Request', 'Cette demande n’est pas comprise.'];
  const content = '<p><a href="/">Retour à l’accueil</a></p>';
  const isForPrograms = target?.startsWith('/api/') ?? false;
  const body = isForPrograms
    ? JSON.stringify(toProblem(status, sentence))
    : plainPage({ title: 'Demande refusée', heading: sentence, content });
  const headers = securityHeaders(siteUrl)
    .set('Content-Type', isForPrograms ? PROBLEM_TYPE : 'text/html; charset=utf-8')
    .set('Content-Length', String(Buffer.byteLength(body)))
    .set('Cache-Control', 'no-store')
    .set('Connection', 'close');
  if (isForPrograms) headers.set('Access-Control-Allow-Origin', '*');
  for (const [name, value] of Object.entries(extra)) headers.set(name, value);
  return { status, reason, headers, body };
}

/** For a request so malformed that there is no response object to write to. */
export function rawRefusal(status: number, siteUrl: string, extra: Record<string, string> = {}): string {
  const { reason, headers, body } = refusal(status, siteUrl, extra);
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${status} ${reason}\r\n${lines}\r\n${body}`;
}
