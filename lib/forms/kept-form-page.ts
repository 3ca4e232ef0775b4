import { plainPage } from '@/lib/http/plain-page';
import { isStateField } from '@/lib/undocumented/posted-forms';
import type { FormFate } from './form-fate';
import { isSecret } from './form-state';
import { escaped, givenBack, type SentFields, typedTexts } from './sent-form';

export type Cause = 'away' | 'failure' | 'session-over';

export type KeptFormPage = {
  fields: SentFields;
  fate: FormFate;
  /** Name of the field that tells the next sending how this one ended. */
  mark: string | null;
  cause: Cause;
  digest: string | undefined;
};

const WORDS: Record<FormFate, { heading: string; advice: string }> = {
  unsaved: {
    heading: 'Cet envoi n’a pas été enregistré',
    advice: 'Renvoyez-le d’ici dans un instant.',
  },
  unknown: {
    heading: 'On ne sait pas si cet envoi est enregistré',
    advice:
      'Renvoyez-le d’ici dans un instant pour le savoir\u00A0: ce qui est déjà enregistré ne le sera pas deux fois.',
  },
  saved: {
    heading: 'Cet envoi est enregistré, mais la réponse n’a pas pu s’afficher',
    advice: 'Renvoyez-le d’ici dans un instant pour la lire\u00A0: il ne sera pas enregistré deux fois.',
  },
};

const CAUSES: Record<Cause, string> = {
  away: 'La base de données du site est momentanément injoignable\u00A0; elle revient d’elle-même, le plus souvent en moins d’une minute.',
  failure: 'L’erreur vient du site, pas de vous.',
  'session-over':
    'Votre session est terminée. <a href="/connexion" target="_blank" rel="noopener">Reconnectez-vous dans un autre onglet</a>, puis revenez à celui-ci.',
};

const ONCE_SIGNED_IN = 'Renvoyez-le ensuite d’ici.';

const SECRET_LABELS: Readonly<Record<string, string>> = {
  password: 'Mot de passe',
  passwordAgain: 'Le même mot de passe, encore une fois',
  currentPassword: 'Mot de passe actuel',
  code: 'Code',
};

/** The state of the form before is left out: no action of this site reads it, and it may hold recovery codes just shown. */
const hiddenField = ([name, value]: SentFields[number]): string =>
  `<input type="hidden" name="${escaped(name)}" value="${isStateField(name) ? '[null]' : escaped(value)}">`;

const secretField = (name: string, at: number) => `<p><label for="secret-${at}">${
  SECRET_LABELS[name] ?? 'Mot de passe'
}, à saisir de nouveau</label></p>
<input id="secret-${at}" name="${escaped(name)}" type="${name === 'code' ? 'text' : 'password'}" autocomplete="off">`;

function formAgain(fields: SentFields, mark: string | null): string {
  const isMarked = mark === null || fields.some(([name]) => name === mark);
  const hidden = fields.filter(([name]) => !isSecret(name));
  const secrets = new Set(fields.map(([name]) => name).filter(isSecret));
  return `<form method="post" enctype="multipart/form-data">
${[...hidden, ...(isMarked ? [] : [[mark, 'oui'] as const])].map(hiddenField).join('\n')}
${[...secrets].map(secretField).join('\n')}
<p><button class="go">Renvoyer le formulaire</button></p>
</form>`;
}

/** Gives the form back too: without JavaScript nothing else holds it. */
export function keptFormPage({ fields, fate, mark, cause, digest }: KeptFormPage): string {
  const { heading, advice } = WORDS[fate];
  const parts = [
    `<p>${CAUSES[cause]}</p>`,
    `<p>${cause === 'session-over' && fate === 'unsaved' ? ONCE_SIGNED_IN : advice}</p>\n${formAgain(fields, mark)}`,
    givenBack(typedTexts(fields), 12),
    cause !== 'failure' || digest === undefined
      ? ''
      : `<p>Si vous signalez cette erreur, joignez ce numéro\u00A0: <code>${digest}</code></p>`,
  ];
  return plainPage({ title: 'Formulaire à renvoyer', heading, content: parts.filter(Boolean).join('\n') });
}
