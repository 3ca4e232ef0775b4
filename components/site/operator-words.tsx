export function OperatorWords({ value }: { value: string | null }) {
  if (value) return <>{value}</>;
  return <span className="to-fill">à renseigner par l’exploitant</span>;
}

export function ContactAddress({ email }: { email: string | null }) {
  return email ? <a href={`mailto:${email}`}>{email}</a> : <OperatorWords value={null} />;
}
