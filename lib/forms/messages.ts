import type { DomainCode, DoorwayCode } from '@/lib/errors';
import { UNREAD_FORM } from './form-refusals';

export const MESSAGES = {
  'access-link-unusable':
    'Ce lien n’est plus valable : il a déjà servi, il a expiré ou il a été remplacé. Demandez-en un nouveau.',
  'address-taken': 'Cette adresse a déjà un compte.',
  'already-done': 'C’était déjà fait : rien n’a changé.',
  'award-exists': 'Cette structure est déjà dans cette vague.',
  'award-last':
    'C’est la seule labellisation d’une fiche publiée : remettez d’abord la fiche en brouillon, ou ajoutez-la à une autre vague.',
  'award-paid':
    'Un versement est déjà fait : la labellisation ne peut pas être retirée. Si c’est une erreur, passez-le d’abord à « annulé ».',
  'award-unknown': 'Cette labellisation n’existe pas, ou plus. Rechargez la page pour voir où elle en est.',
  'code-wrong':
    'Ce code n’est pas le bon. Un code change toutes les trente secondes : vérifiez aussi l’heure du téléphone.',
  'batch-unknown': 'Ce lot de modifications n’existe pas, ou tout ce qu’il changeait a été effacé depuis.',
  'commune-unclear': 'Plusieurs communes répondent à ce texte : choisissez la bonne.',
  'commune-unknown': 'Cette commune n’existe pas. Saisissez son nom ou son code postal, puis choisissez-la.',
  'commune-without-centre':
    'Le centre de cette commune n’est pas connu : donnez des coordonnées, ou laissez la position inconnue.',
  'coordinates-without-address':
    'Ces coordonnées ne seraient pas enregistrées : choisissez « Adresse » pour les garder, ou videz-les.',
  'edited-meanwhile':
    'C’est modifié depuis que vous avez ouvert cette page : rien n’est encore enregistré. Rouvrez-la et relisez avant de recommencer.',
  'edited-since':
    'Une des structures a changé depuis : rien n’a été défait, pour ne pas effacer ce travail. Revenez en arrière fiche par fiche.',
  'email-missing': 'Saisissez une adresse de courriel.',
  'erasable-draft-only': 'Cette structure a déjà été publiée : elle s’archive, elle ne s’efface pas.',
  'geocoder-away':
    'La recherche d’adresses n’a pas répondu : rien n’a changé. Réessayez, placez le point vous-même ou prenez le centre de la commune.',
  'last-administrator':
    'C’est le dernier administrateur en activité : le site n’aurait plus personne pour ouvrir un accès. Nommez-en d’abord un autre.',
  'likely-duplicate':
    'Cette structure existe peut-être déjà dans cette commune : rien n’est encore enregistré. Regardez, puis cochez « enregistrer quand même » si ce n’est pas la même.',
  'name-missing': 'Saisissez un nom.',
  'nothing-to-plan':
    'Rien à prévoir : la somme par an de cette vague n’est pas forfaitaire, ou chaque année a déjà son versement.',
  'nothing-selected': 'Choisissez au moins une structure dans le tableau.',
  'out-of-scope': 'C’est hors de vos régions : rien n’a été enregistré.',
  'own-account': 'On ne peut pas le faire pour son propre compte.',
  'own-demotion':
    'C’est votre propre compte : vous ne seriez plus administrateur, et seul un autre pourrait vous rendre ce rôle. Rien n’est encore enregistré : cochez la case de confirmation si c’est bien ce que vous voulez.',
  'password-own':
    'Ce mot de passe est votre nom ou votre adresse : il serait essayé parmi les premiers. Choisissez-en un autre.',
  'password-wrong': 'Ce mot de passe n’est pas le bon.',
  'region-unknown': 'Une des régions choisies n’existe pas.',
  'rule-breaks-awards': 'Cette règle serait enfreinte par des labellisations déjà saisies : rien n’a été enregistré.',
  'rule-broken': 'Ces versements ne respectent pas la règle de la vague : rien n’a été enregistré.',
  'second-factor-already-set': 'La double authentification est déjà en place.',
  'second-factor-not-started': 'La mise en place n’est plus en cours : recommencez-la.',
  'structure-incomplete':
    'Pour être publique, une fiche a un nom, une commune, au moins une labellisation et une source : rien n’a été enregistré.',
  'structure-unknown': 'Cette structure n’existe pas, ou n’existe plus.',
  'too-many-attempts': 'Trop d’essais : attendez quelques minutes avant de recommencer.',
  'user-departed': 'Ce compte a été oublié : il ne peut plus être modifié.',
  'user-disabled': 'Ce compte est suspendu : rétablissez-le d’abord.',
  'user-unknown': 'Ce compte n’existe pas.',
  'version-unknown': 'Cette version n’existe pas, ou c’est déjà celle d’aujourd’hui.',
  'wave-has-awards':
    'Des structures sont dans cette vague : elle ne peut pas être supprimée. Retirez-les d’abord, une par une.',
  'wave-id-taken': 'Cet identifiant est déjà celui d’une autre vague.',
  'wave-rank-taken': 'Une autre vague a déjà ce rang.',
  'wave-unknown': 'Cette vague n’existe pas.',
  'foreign-origin':
    'Cette demande ne vient pas d’une page de ce site : rien n’a été enregistré. Rechargez la page et recommencez.',
  'form-unreadable': UNREAD_FORM,
  forbidden: 'Votre compte n’a pas ce droit : rien n’a été enregistré.',
  'second-factor-missing': 'Mettez d’abord en place la double authentification : rien n’a été enregistré.',
  'session-over':
    'Votre session est terminée : rien n’a été enregistré. Reconnectez-vous dans un autre onglet, puis renvoyez ce formulaire.',
  'still-running':
    'Le premier envoi de ce formulaire est encore en cours. Rechargez la page dans un instant pour voir son résultat.',
} satisfies Record<DomainCode | DoorwayCode, string>;
