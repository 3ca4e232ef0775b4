declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  type Request = { path: string };
  type Options = {
    url: string;
    connections: number;
    /** Seconds. */
    duration?: number;
    /** Ends after so many answers instead. */
    amount?: number;
    /** Seconds that an answer may take. */
    timeout: number;
    requests: { path?: string; setupRequest?: (request: Request) => Request }[];
  };
  type Result = {
    /** Seconds. */
    duration: number;
    errors: number;
    timeouts: number;
    non2xx: number;
  };

  export default function autocannon(
    options: Options,
    done: (error: Error | null, result: Result) => void,
  ): EventEmitter;
}
