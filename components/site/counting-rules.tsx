import { type TerritoryShape, TerritorySymbol } from '@/components/marks/territory-symbol';

const SIGNS: ReadonlyArray<{ shape: TerritoryShape; name: string; meaning: string }> = [
  {
    shape: 'qpv',
    name: 'Rond plein : en quartier prioritaire (QPV)',
    meaning: 'L’annonce de la vague ou une autre source le dit.',
  },
  {
    shape: 'rural',
    name: 'Losange plein : rural',
    meaning:
      'La commune est rurale au sens de l’Insee (grille de densité 2025, niveaux 5 à 7). C’est un constat sur la commune, pas une annonce.',
  },
  {
    shape: 'unknown',
    name: 'Anneau : territoire non précisé',
    meaning: 'Aucune source trouvée ne le dit, et la commune n’est pas rurale au sens de l’Insee.',
  },
];

export function CountingRules() {
  return (
    <>
      <h3>Lauréat et labellisation</h3>
      <p>
        Un <strong>lauréat</strong> est une structure : elle compte une fois. Une <strong>labellisation</strong> est une
        structure retenue dans une vague : une structure retenue deux fois en a deux. Les comptes par vague et par label
        s’additionnent donc en labellisations, pas en lauréats.
      </p>
      <h3>Annoncé et listé</h3>
      <p>
        Le nombre annoncé par l’État et le nombre de noms que contient l’annuaire peuvent différer d’un ou deux. Les
        deux sont donnés côte à côte, jamais mélangés.
      </p>
      <h3>Les 300</h3>
      <p>
        Les vagues annoncées avant 2023 comptent pour l’objectif de 300 fabriques, atteint en décembre 2021. Les vagues
        9 et 10 sont montrées à côté, jamais dedans.
      </p>
      <h3>Promis et payé</h3>
      <p>
        <strong>Promis</strong> additionne toutes les aides annoncées, prévues ou payées, hors celles qui ont été
        annulées. <strong>Payé</strong> n’additionne que ce qu’une source dit payé. La règle d’une vague (un plafond,
        une durée) n’est pas un montant : elle n’entre dans aucun total. Les euros d’un filtre sont ceux des
        labellisations qu’il retient.
      </p>
      <h3>Les trois signes</h3>
      <ul className="signs">
        {SIGNS.map(({ shape, name, meaning }) => (
          <li key={shape}>
            <TerritorySymbol territory={shape} />
            <span>
              <strong>{name}.</strong> {meaning}
            </span>
          </li>
        ))}
      </ul>
      <h3>Les positions et les distances</h3>
      <p>
        Un signe de la carte est posé à l’adresse quand elle est connue, sinon au centre de la commune : la fiche dit
        lequel. Les distances sont à vol d’oiseau, mesurées depuis le centre de la commune choisie ; « environ » signale
        une position qui est le centre d’une commune. Une structure sans position ne peut être ni sur la carte ni près
        d’une commune : la page dit combien elles sont.
      </p>
      <h3>Pour 100 000 habitants</h3>
      <p>
        Le nombre de lauréats rapporté à la population légale publiée par l’Insee. Les 18 régions sont classées ; deux
        régions à égalité ont le même rang. Les autres collectivités ont leur page, sans rang.
      </p>
    </>
  );
}
