/** Headers by which Next's own parts talk to each other: from outside they would be orders to skip or reroute. */
export const isInner = (name: string): boolean =>
  /^(x-middleware-|x-matched-path$|x-now-|x-invoke-|x-prerender-|x-vercel-|x-next-|x-nextjs-(?!request-id$|html-request-id$|data$))/.test(
    name,
  );

/** The header in which an answer names the path of Next that made it. */
export const REWRITE_HEADER = 'x-middleware-rewrite';
