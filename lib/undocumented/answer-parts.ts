import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** At the last moment, whoever answers: Node itself writes a head through the method of the response. */
export function decideHead(response: ServerResponse, decide: (status: number) => number): void {
  const { writeHead } = response;
  Object.assign(response, {
    writeHead: (status: number, ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined)[]) => {
      // Headers handed over with the status would otherwise win over those that are decided.
      for (const given of rest) {
        if (typeof given !== 'object' || Array.isArray(given)) continue;
        for (const [name, value] of Object.entries(given)) if (value !== undefined) response.setHeader(name, value);
      }
      return writeHead.call(response, decide(status));
    },
  });
}

/** `pageInstead`, asked before each part: what makes the whole body in the place of what is streamed, or null. */
export function replaceBody(response: ServerResponse, pageInstead: () => (() => string) | null): void {
  const { write, end } = response;
  Object.assign(response, {
    write: (...values: Parameters<typeof write>) => (pageInstead() === null ? write.apply(response, values) : true),
    end: (...values: Parameters<typeof end>) => {
      const page = pageInstead();
      return page === null ? end.apply(response, values) : end.call(response, page(), 'utf8');
    },
  });
}
