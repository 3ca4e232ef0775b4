/** What Node, Next and busboy say of a multipart body that is empty, cut, or written by hand. */
const NO_FORM =
  /^(?:Failed to parse body as FormData|Unexpected end of (?:form|file)|Malformed (?:part header|content type)|Multipart: Boundary not found|Missing Content-Type)/;

/** Where React reads the values that a live page sends to an action. */
const WHILE_READING = /^SyntaxError: .*\n\s+at JSON\.parse \(<anonymous>\)\n\s+at .*next\/dist\/compiled\//;

/**
 * Tells whether an error is that of a form which could not be read, before any action saw it. No page of this site sends
 * such a form: the request is at fault, not the site.
 */
export const isUnreadForm = (error: unknown): boolean =>
  error instanceof Error && (NO_FORM.test(error.message) || WHILE_READING.test(error.stack ?? ''));
