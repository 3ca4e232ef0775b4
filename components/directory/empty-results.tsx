'use client';

import { countValues } from '@/lib/directory/filter';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { DirectoryView, Loosening } from './directory-view';

const hrefOf = ({ query }: Loosening) => (query ? `/fabriques?${query}` : '/fabriques');

export function EmptyResults({ view: { filter, loosenings, unknowns } }: { view: DirectoryView }) {
  return (
    <div className="empty">
      <h2>Aucune fabrique ne répond à {countValues(filter) > 1 ? 'tout cela à la fois' : 'cette recherche'}</h2>
      {unknowns.map((unknown) => (
        <p key={unknown.label}>
          {formatInteger(unknown.count)} {plural(unknown.count, 'fabrique a', 'fabriques ont')} un {unknown.label} non
          précisé&nbsp;: {plural(unknown.count, 'elle peut en être une', 'l’une d’elles peut en être une')}.{' '}
          <a href={hrefOf(unknown)}>
            {unknown.count === 1 ? 'Voir celle-ci' : `Voir ces ${formatInteger(unknown.count)}`}
          </a>
        </p>
      ))}
      {loosenings.length > 0 ? (
        <>
          <p>Retirez un filtre pour élargir&nbsp;:</p>
          <ul className="loosenings">
            {loosenings.map((loosening) => (
              <li key={loosening.query}>
                <a href={hrefOf(loosening)}>Retirer {loosening.label}</a>
                <span className="soft">
                  &nbsp;: {formatInteger(loosening.count)} {plural(loosening.count, 'fabrique', 'fabriques')}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        countValues(filter) > 1 && <p>Aucun filtre retiré seul n’y suffit.</p>
      )}
      <p>
        <a href="/fabriques">Tout effacer</a> pour repartir de l’annuaire entier.
      </p>
    </div>
  );
}
