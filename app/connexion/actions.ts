'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { safeNextPage, signInHref } from '@/lib/auth/next-page';
import { givenPassword } from '@/lib/auth/password-rule';
import { type Entry, enterWithCode, enterWithPassword, leave } from '@/lib/auth/sign-in';
import { recogniseVisitor } from '@/lib/auth/visitor';
import { inWords } from '@/lib/auth/waiting';
import { openFormAction, openFormActionOnce } from '@/lib/forms/form-action';
import { FormRefusal } from '@/lib/forms/form-answer';
import { logUnexpectedError } from '@/lib/http/error-log';
import { canSendMail } from '@/lib/mail';
import { warnOfCodes } from '@/lib/users/code-warning';
import { makeResetLink } from '@/lib/users/commands';
import { linkForForgotten } from '@/lib/users/forgotten-password';
import { forgottenLetter, handOver } from '@/lib/users/handover';
import { emailAddress } from '@/lib/users/schema';

const nextPage = z.string().optional().transform(safeNextPage);

export const signIn = openFormAction(
  z.object({ email: emailAddress, password: givenPassword, suite: nextPage }),
  async ({ email, password, suite }, _, request) => {
    const entry = await enterWithPassword(email, password, request);
    if (entry.outcome === 'wait') throw tooMany(entry, 'Votre mot de passe');
    if (entry.outcome === 'in') return { goTo: suite };
    if (entry.outcome === 'second-factor') return { goTo: signInHref(suite).replace('/connexion', '/connexion/code') };
    throw new FormRefusal('L’adresse ou le mot de passe n’est pas le bon.', 'password');
  },
);

export const giveCode = openFormActionOnce(
  z.object({ code: z.string('Saisissez un code.').trim().min(1, 'Saisissez un code.').max(40), suite: nextPage }),
  async ({ code, suite }, _, request) => {
    const entry = await enterWithCode(code, request);
    if ('spell' in entry && entry.spell) {
      const { spell } = entry;
      after(() => warnOfCodes(spell).catch(logUnexpectedError));
    }
    if (entry.outcome === 'wait') throw tooMany(entry, 'Votre code');
    if (entry.outcome === 'in') return { goTo: suite };
    if (entry.outcome === 'used') {
      throw new FormRefusal('Ce code a déjà servi : recommencez la connexion, avec le code qui s’affichera ensuite.');
    }
    if (entry.outcome === 'wrong') {
      throw new FormRefusal(
        'Ce code n’est pas le bon, ou il vient de changer : saisissez celui qui s’affiche maintenant.',
        'code',
      );
    }
    throw new FormRefusal('Trop de temps ou d’essais ont passé depuis le mot de passe : recommencez la connexion.');
  },
);

/** The answer says nothing of whether the address has an account; the mail leaves after it, so that neither does its time. */
export const askForNewPassword = openFormAction(z.object({ email: emailAddress }), async ({ email }, _, request) => {
  if (!canSendMail()) throw new FormRefusal('Ce site n’envoie pas de courriel : demandez un lien à un administrateur.');
  after(() => mailLink(email, request).catch(logUnexpectedError));
  return {
    message: `Si ${email} a un compte, un lien vient de lui être envoyé. Il vaut une heure et ne sert qu’une fois.`,
  };
});

export const signOut = openFormAction(z.object({}), async (_input, _who, request) => {
  await leave(request);
  return { goTo: '/connexion' };
});

async function mailLink(email: string, request: Headers) {
  const token = await linkForForgotten(email, await recogniseVisitor(email, request), makeResetLink);
  if (token) await handOver(token, forgottenLetter(email));
}

/** A stranger waits with all others: the way in that none of them can hold up is told. */
function tooMany({ seconds, isKnownDevice }: Extract<Entry, { outcome: 'wait' }>, unread: string): FormRefusal {
  const sentence = `Trop d’essais de suite : attendez ${inWords(seconds)} avant de recommencer. ${unread} n’a pas été regardé.`;
  if (isKnownDevice) return new FormRefusal(sentence);
  const otherWay = `${sentence} Un appareil encore inconnu attend avec tous les autres ; pour entrer sans attendre, demandez un lien`;
  if (!canSendMail()) return new FormRefusal(`${otherWay} à un administrateur.`);
  return new FormRefusal(`${otherWay} par courriel, ou à un administrateur.`, undefined, [
    { words: 'Recevoir un lien par courriel', href: '/connexion/oubli' },
  ]);
}
