import type { FactWords } from '@/lib/journal/labels';

export function ChangedFacts({ facts }: { facts: readonly FactWords[] }) {
  if (facts.length === 0) return null;
  return (
    <ul className="changes">
      {facts.map(({ field, before, after }) => (
        <li key={field}>
          <span className="soft">{field} :</span>{' '}
          {before === null ? null : (
            <>
              <del>
                <span className="vh">avant : </span>
                {before}
              </del>{' '}
            </>
          )}
          {after === null ? null : (
            <ins>
              <span className="vh">après : </span>
              {after}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
