/** What the operator of the site has set, or plainly that it is still missing. */
export function OperatorWords({ value }: { value: string | null }) {
  if (value) return <>{value}</>;
  return <span className="to-fill">à renseigner par l’exploitant</span>;
}

/** The address to write to, as a link when there is one. */
export function ContactAddress({ email }: { email: string | null }) {
  return email ? <a href={`mailto:${email}`}>{email}</a> : <OperatorWords value={null} />;
}
