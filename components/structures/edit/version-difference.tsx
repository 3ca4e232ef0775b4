import { FACT_GROUP_LABELS, groupWords } from '@/lib/structures/fact-words';
import { FACT_GROUP_NAMES, type StructureFacts } from '@/lib/structures/facts';

type VersionDifferenceProps = {
  former: StructureFacts;
  current: StructureFacts;
  target: number;
  communeNames: ReadonlyMap<string, string>;
};

/** The contact is no part of versions. */
export function VersionDifference({ former, current, target, communeNames }: VersionDifferenceProps) {
  const rows = FACT_GROUP_NAMES.filter((group) => group !== 'contact')
    .map((group) => ({
      group,
      said: groupWords(group, former, communeNames),
      now: groupWords(group, current, communeNames),
    }))
    .filter(({ said, now }) => said !== now);
  if (rows.length === 0) return <p>Les deux disent la même chose.</p>;
  return (
    <div className="scroll-x relative">
      <table className="office-table difference">
        <caption className="vh">Ce qui diffère</caption>
        <thead>
          <tr>
            <th scope="col">Champ</th>
            <th scope="col">Version {target}</th>
            <th scope="col">Fiche actuelle</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, said, now }) => (
            <tr key={group}>
              <th scope="row">{FACT_GROUP_LABELS[group]}</th>
              <td>
                <ins>{said}</ins>
              </td>
              <td>
                <del>{now}</del>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
