import { ExternalLink } from '@/components/ui/external-link';

const IREV_ARTICLE =
  'https://www.irev.fr/actualites-0/tiers-lieux-decouvrez-les-premiers-laureats-de-lami-fabriques-de-territoires-en-region';

export function WhatIsAFabrique() {
  return (
    <section aria-labelledby="fabrique">
      <h2 id="fabrique">Une fabrique, c’est quoi{'\u202F'}?</h2>
      <p>
        Un tiers-lieu tête de réseau{'\u00A0'}: un lieu ouvert où l’on peut travailler à plusieurs (coworking),
        fabriquer (fablab), se former et apprendre en faisant ensemble. C’est aussi un lieu d’inclusion numérique pour
        les personnes éloignées d’Internet.
      </p>
      <p>
        C’est un lieu ressource{'\u00A0'}: il met en commun des compétences et des équipements, aide les porteurs de
        projet et les autres tiers-lieux des environs, fait naître des activités et coopérer les acteurs de son
        territoire. Une <strong>fabrique numérique</strong> propose en plus des activités autour du numérique aux
        habitants et aux professionnels.
      </p>
      <p className="small soft">
        Source{'\u00A0'}: <ExternalLink href={IREV_ARTICLE}>IREV, article du 4 février 2020</ExternalLink>.
      </p>
    </section>
  );
}
