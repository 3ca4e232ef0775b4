declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  type Request = { path: string };
  type Options = {
    url: string;
    headers: Readonly<Record<string, string>>;
    connections: number;
    /** In seconds, for an answer. */
    timeout: number;
    /** In seconds; or, with `amount`, so many answers. */
    duration?: number;
    amount?: number;
    requests: { setupRequest: (request: Request) => Request }[];
  };
  type Result = {
    errors: number;
    non2xx: number;
    start: Date;
    finish: Date;
    throughput: { total: number };
  };

  export default function autocannon(options: Options): EventEmitter & PromiseLike<Result>;
}
