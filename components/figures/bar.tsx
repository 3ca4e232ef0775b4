/** A bar as long as its share of the greatest value; it repeats a number written beside it. */
export function Bar({ value, greatest }: { value: number; greatest: number }) {
  if (value <= 0 || greatest <= 0) return null;
  return (
    <span className="bar" aria-hidden="true" style={{ width: `${Math.round((value / greatest) * 1000) / 10}%` }} />
  );
}
