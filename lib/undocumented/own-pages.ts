/** A page of Next for its own use, which fails when it is asked for. */
export const OWN_PAGE = /^\/(_global-error)$/;
