import type { Metadata } from 'next';
import { ContactAddress, OperatorWords } from '@/components/site/operator-words';
import { ProsePage, ProsePart } from '@/components/site/prose-page';
import { Definition } from '@/components/ui/definition';
import { getSettings } from '@/lib/env';
import '@/app/reading.css';

export const metadata: Metadata = {
  title: 'Accessibilité : non conforme',
  description:
    'Déclaration d’accessibilité : ce qui a été essayé, ce qui reste à faire, et comment signaler un obstacle.',
  alternates: { canonical: '/accessibilite' },
};

const CONTENTS = [
  { id: 'etat', label: 'État de conformité' },
  { id: 'essais', label: 'Ce qui a été essayé' },
  { id: 'limites', label: 'Limites connues' },
  { id: 'carte', label: 'La carte sans souris' },
  { id: 'contact', label: 'Signaler un obstacle' },
  { id: 'recours', label: 'Voies de recours' },
];

export default function AccessibilityPage() {
  const { publisher, contactEmail, siteUrl } = getSettings();
  return (
    <ProsePage
      title="Accessibilité"
      lead="Ce site est fait pour être lu, parcouru et imprimé par tout le monde. Personne d’extérieur ne l’a encore vérifié : il se déclare donc non conforme."
      contents={CONTENTS}
    >
      <ProsePart id="etat" title="État de conformité">
        <p>
          <OperatorWords value={publisher} /> s’engage à rendre ce site accessible, conformément à l’article 47 de la
          loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique au site {siteUrl}.
        </p>
        <p>
          Le site est <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité (RGAA),
          version 4.1 : aucun audit n’a été mené. Les essais ci-dessous ne remplacent pas un audit.
        </p>
      </ProsePart>
      <Trials />
      <Limits />
      <MapKeys />
      <ProsePart id="contact" title="Signaler un obstacle">
        <p>
          Si vous n’arrivez pas à lire une page ou à vous servir du site, écrivez à :{' '}
          <ContactAddress email={contactEmail} />. Dites quelle page, et avec quel matériel : nous vous donnerons
          l’information sous une autre forme.
        </p>
      </ProsePart>
      <Remedies />
    </ProsePage>
  );
}

function Trials() {
  return (
    <ProsePart id="essais" title="Ce qui a été essayé">
      <p>À chaque changement du programme, dans un navigateur Chromium :</p>
      <ul>
        <li>
          l’outil axe sur chaque genre de page, en 390 et en 1 440 pixels de large, en clair et en sombre, carte,
          filtres et messages d’erreur compris : aucune règle n’est écartée ;
        </li>
        <li>des parcours au clavier seul : chercher, filtrer, ouvrir une fiche depuis la carte, revenir ;</li>
        <li>les mêmes parcours sans JavaScript ;</li>
        <li>la lecture à 320 pixels de large et à 200 % de zoom, sans rien perdre.</li>
      </ul>
      <p>
        Ces outils ne voient qu’une partie des obstacles. Les pages n’ont pas encore été essayées par des personnes qui
        emploient un lecteur d’écran, une loupe ou une commande vocale tous les jours.
      </p>
    </ProsePart>
  );
}

function Limits() {
  return (
    <ProsePart id="limites" title="Limites connues">
      <ul>
        <li>Sur la carte, les petits noms de lieux ont moins de 14 pixels. Ils sont répétés dans la liste.</li>
        <li>Le site des structures, vers lequel mènent les fiches, échappe à notre contrôle.</li>
        <li>
          Si l’exploitant a branché un fond de carte détaillé, ses images portent des noms qu’un lecteur d’écran ne peut
          pas lire. La liste donne les mêmes lieux en texte.
        </li>
      </ul>
    </ProsePart>
  );
}

function MapKeys() {
  return (
    <ProsePart id="carte" title="La carte sans souris">
      <p>La carte est un seul arrêt de la touche Tabulation. Tout ce qu’elle montre est aussi dans la liste.</p>
      <dl>
        <Definition term="→ ou ↓">signe suivant</Definition>
        <Definition term="← ou ↑">signe précédent</Definition>
        <Definition term="Début, Fin">premier et dernier signe</Definition>
        <Definition term="+ et −">agrandir, réduire</Definition>
        <Definition term="Maj et une flèche">déplacer la carte</Definition>
        <Definition term="Entrée">ouvrir ; Échap ferme et revient où l’on était</Definition>
      </dl>
    </ProsePart>
  );
}

function Remedies() {
  return (
    <ProsePart id="recours" title="Voies de recours">
      <p>
        Si vous avez signalé un obstacle qui vous empêche d’accéder à un contenu et que vous n’avez pas eu de réponse
        qui vous convienne, vous pouvez saisir le Défenseur des droits :
      </p>
      <ul>
        <li>
          par <a href="https://formulaire.defenseurdesdroits.fr/">son formulaire en ligne</a> ;
        </li>
        <li>
          auprès de <a href="https://www.defenseurdesdroits.fr/carte-des-delegues">ses délégués</a> dans votre région ;
        </li>
        <li>par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07 ;</li>
        <li>par téléphone : 09 69 39 00 00.</li>
      </ul>
    </ProsePart>
  );
}
