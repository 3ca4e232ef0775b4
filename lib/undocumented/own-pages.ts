/** Fails when it is asked for. */
export const OWN_PAGE = /^\/(_global-error)$/;
