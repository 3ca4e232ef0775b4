/** The number under which the server's log holds this error; nothing else of it is shown. */
export function ErrorDigest({ error }: { error: unknown }) {
  if (!(error instanceof Error) || !('digest' in error) || typeof error.digest !== 'string') return null;
  return (
    <p className="small soft mt-6">
      Si vous signalez cette erreur, joignez ce numéro : <code>{error.digest}</code>
    </p>
  );
}
