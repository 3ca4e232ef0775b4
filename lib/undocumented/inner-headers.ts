/** By these Next's own parts talk to each other: from outside they would be orders to skip or reroute. */
export const isInner = (name: string): boolean =>
  /^(x-middleware-|x-matched-path$|x-now-|x-invoke-|x-prerender-|x-vercel-|x-next-|x-nextjs-(?!request-id$|html-request-id$|data$))/.test(
    name,
  );

export const REWRITE_HEADER = 'x-middleware-rewrite';
