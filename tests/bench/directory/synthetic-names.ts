import { type SeededRandom, seededRandom } from './seeded-random';

const PLACES =
  'La Fabrique|Le Tiers-lieu|L’Atelier|La Maison|La Grange|La Ruche|Le Labo|Le Hub|La Friche|La Halle|La Gare|L’École|Le Café|La Cité|La Ferme|L’Usine|La Recyclerie|La Ressourcerie|La Conciergerie|Le Pôle|La Manufacture|La Filature|La Station|Le Moulin|La Forge|Le Comptoir|La Coopérative|Le Cercle|La Serre|La Boussole|L’Étincelle|L’Établi|Le Phare|La Passerelle|Le Réservoir|La Minoterie|La Machinerie|La Condition publique|Le Chaudron|La Méduse'.split(
    '|',
  );
const BODIES =
  'Association|Collectif|SCIC|Régie de quartier|Centre social|Fabrique numérique|Fablab|Médiathèque|Foyer rural|Espace de vie sociale|Pépinière|Communauté de communes'.split(
    '|',
  );
const THEMES =
  'numérique|solidaire|citoyenne|paysanne|créative|partagée|de l’innovation|des possibles|du réemploi|de l’économie sociale|des métiers d’art|de la transition|des savoir-faire|du quartier|de l’amitié|des Égalités|de la jeunesse|du bien-être|des cultures urbaines|de la forêt|des mémoires|de la mobilité|des aînés|du théâtre|de l’écologie|des lumières|du pâturage|de l’île|de la Bièvre|des chênes'.split(
    '|',
  );
const SYLLABLES =
  'ba|be|bri|ca|ché|co|da|dou|é|fa|fê|flo|ga|gni|gué|ha|hui|jo|ka|la|lé|lio|lou|ma|mé|mo|na|nî|nou|o|pa|pé|pli|qua|ra|ré|ri|ro|sa|sè|sou|ta|té|tra|u|va|vé|vi|xa|yo|za|zé'.split(
    '|',
  );
/** As in a real directory: few words come back often, most come once. */
const INVENTED_WORDS = 60_000;

function inventedWord(rank: number): string {
  const random = seededRandom(rank * 2_654_435_761);
  const word = Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const drawWord = (random: SeededRandom) => inventedWord(Math.floor(random.next() ** 3 * INVENTED_WORDS));

export function syntheticName(random: SeededRandom, commune: string): string {
  const shape = random.below(10);
  if (shape < 3) return `${random.pick(PLACES)} ${drawWord(random)}`;
  if (shape < 5) return `${random.pick(PLACES)} ${random.pick(THEMES)}`;
  if (shape < 7) return `${random.pick(BODIES)} ${drawWord(random)} ${random.pick(THEMES)}`;
  if (shape < 8) return `${random.pick(BODIES)} ${commune}`;
  if (shape < 9) return `Le ${drawWord(random)}`;
  return `${drawWord(random)} ${drawWord(random)} ${commune}`;
}

export const syntheticOfficialName = (random: SeededRandom, name: string): string =>
  random.chance(0.6) ? name : `${random.pick(BODIES)} ${drawWord(random)}`;

const SENTENCES = [
  'Lieu ouvert à toutes et à tous : ateliers, espace de travail partagé, médiation numérique et accompagnement de projets.',
  'Réparation, réemploi et fabrication : un atelier équipé, des machines partagées et des formations tout au long de l’année.',
  'Installé dans un ancien bâtiment industriel rénové, il accueille artisans, associations, spectacles et repas de quartier.',
  'Café associatif, jardin partagé, salle de répétition, accueil des aînés et école de la deuxième chance.',
];

export const syntheticDescription = (random: SeededRandom): string =>
  `${random.pick(SENTENCES)} ${random.pick(SENTENCES)}`;
