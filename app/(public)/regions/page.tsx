import type { Metadata } from 'next';
import { CompositionOf } from '@/components/figures/composition-of';
import { RankingTable } from '@/components/territories/ranking-table';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { rankDepartments, rankRegions, sumFrance } from '@/lib/figures/ranking';
import { formatDecimal, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';
import '@/app/reading.css';

export const metadata: Metadata = {
  title: 'Les régions',
  description:
    'Les fabriques de territoire par région et par département\u00A0: nombre, nombre pour 100\u202F000 habitants et rang.',
  alternates: { canonical: '/regions' },
};

export default async function RegionsPage() {
  const [regions, departments, france] = await Promise.all([rankRegions(), rankDepartments(), sumFrance()]);
  const ranked = regions
    .filter(({ isRanked }) => isRanked)
    .toSorted((a, b) => (a.rankByNumber ?? 0) - (b.rankByNumber ?? 0));
  const others = regions.filter(({ isRanked }) => !isRanked);
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Les régions</h1>
        <p className="lead">
          {formatInteger(france.structures)} {plural(france.structures, 'fabrique', 'fabriques')} de territoire
          {france.rate === null
            ? null
            : `, soit ${formatDecimal(france.rate, 2)} pour 100\u202F000 habitants en France`}
          . Chaque région a sa feuille{'\u00A0'}: carte, liste par vague, aide annoncée.
        </p>
      </header>
      <div className="mb-8 max-w-measure">
        <CompositionOf composition={france.composition} filter={EMPTY_FILTER} />
      </div>

      <RankingTable
        ranked
        regions={ranked}
        caption="Les 18 régions, de celle qui compte le plus de fabriques à celle qui en compte le moins"
      />
      <p className="small soft">
        Deux régions à égalité ont le même rang. Population légale publiée par l’Insee. Le rang pour 100{'\u202F'}000
        habitants se lit sur le taux affiché, à deux décimales.
      </p>
      {others.length > 0 ? (
        <section className="sec" aria-labelledby="collectivites">
          <div className="sec-head">
            <h2 id="collectivites">Hors classement</h2>
          </div>
          <p>Une collectivité n’est pas une région{'\u00A0'}: elle a sa feuille, sans rang.</p>
          <RankingTable ranked={false} regions={others} caption="Les collectivités qui comptent une fabrique" />
        </section>
      ) : null}
      <section className="sec" aria-labelledby="departements">
        <div className="sec-head">
          <h2 id="departements">Les départements</h2>
        </div>
        <ul className="dotted">
          {departments.map(({ code, name, structures }) => (
            <li key={code}>
              <a href={`/departements/${code}`}>
                <span className="cote">{code}</span> <span className="name">{placeName(name)}</span>{' '}
                <b>{formatInteger(structures)}</b>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
