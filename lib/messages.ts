import type { DomainCode, DoorwayCode } from './errors';

/** What each refusal says: what happened, and the way out. */
export const MESSAGES = {
  'access-link-unusable':
    'Ce lien n’est plus valable : il a déjà servi, il a expiré ou il a été remplacé. Demandez-en un nouveau.',
  'address-taken': 'Cette adresse a déjà un compte.',
  'already-done': 'C’était déjà fait : rien n’a changé.',
  'code-wrong':
    'Ce code n’est pas le bon. Un code change toutes les trente secondes : vérifiez aussi l’heure du téléphone.',
  'edited-meanwhile': 'Quelqu’un d’autre a modifié ce compte entre-temps. Relisez-le ci-dessous avant de recommencer.',
  'email-missing': 'Saisissez une adresse de courriel.',
  'last-administrator':
    'C’est le dernier administrateur en activité : le site n’aurait plus personne pour ouvrir un accès. Nommez-en d’abord un autre.',
  'name-missing': 'Saisissez un nom.',
  'own-account': 'On ne peut pas le faire pour son propre compte.',
  'password-wrong': 'Ce mot de passe n’est pas le bon.',
  'region-unknown': 'Une des régions choisies n’existe pas.',
  'second-factor-already-set': 'La double authentification est déjà en place.',
  'second-factor-not-started': 'La mise en place n’est plus en cours : recommencez-la.',
  'too-many-attempts': 'Trop d’essais : attendez quelques minutes avant de recommencer.',
  'user-departed': 'Ce compte a été oublié : il ne peut plus être modifié.',
  'user-disabled': 'Ce compte est suspendu : rétablissez-le d’abord.',
  'user-unknown': 'Ce compte n’existe pas.',
  'foreign-origin':
    'Cette demande ne vient pas d’une page de ce site : rien n’a été enregistré. Rechargez la page et recommencez.',
  'form-unreadable': 'Ce formulaire est arrivé incomplet : rien n’a été enregistré. Rechargez la page et recommencez.',
  forbidden: 'Votre compte n’a pas ce droit : rien n’a été enregistré.',
  'second-factor-missing': 'Mettez d’abord en place la double authentification : rien n’a été enregistré.',
  'session-over':
    'Votre session est terminée : rien n’a été enregistré. Reconnectez-vous dans un autre onglet, puis renvoyez ce formulaire.',
  'still-running':
    'Le premier envoi de ce formulaire est encore en cours. Rechargez la page dans un instant pour voir son résultat.',
} satisfies Record<DomainCode | DoorwayCode, string>;
