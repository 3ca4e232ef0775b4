export function Bar({ value, greatest }: { value: number; greatest: number }) {
  if (value <= 0 || greatest <= 0) return null;
  return (
    <span className="bar" aria-hidden="true" style={{ width: `${Math.round((value / greatest) * 1000) / 10}%` }} />
  );
}
