import { formatInteger } from '@/lib/french/numbers';
import { placeName } from '@/lib/geography/place-names';

type Neighbour = { code: string; name: string; href: string; structures: number };

type NeighboursProps = { title: string; neighbours: readonly Neighbour[]; none: string };

export function Neighbours({ title, neighbours, none }: NeighboursProps) {
  return (
    <section className="sec no-print" aria-labelledby="voisins">
      <div className="sec-head">
        <h2 id="voisins">{title}</h2>
      </div>
      {neighbours.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className="neighbours">
          {neighbours.map(({ code, name, href, structures }) => (
            <li key={code}>
              <span className="cote">{code}</span> <a href={href}>{placeName(name)}</a>{' '}
              <span className="soft num">{formatInteger(structures)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
