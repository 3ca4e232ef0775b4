import type { Settings } from '@/lib/env';
import { firstAdminSentence } from './office-commands';
import { PassingTrouble, patiently } from './patience';
import { type Endpoint, ownOrigin } from './port';
import { say, step } from './step.mjs';

const FIRST_ANSWER_WITHIN_MS = 20_000;
/** Development compiles the page that is asked for. */
const FIRST_COMPILED_ANSWER_WITHIN_MS = 120_000;

const openTrouble = (trouble: string, options?: ErrorOptions) =>
  new PassingTrouble(
    trouble,
    `${trouble} : le site reste ouvert, répond ce qu’il peut et s’annoncera dès que possible.`,
    options,
  );
const sayMessage = ({ message }: PassingTrouble) => say(message);

async function statusOfFirstPage(endpoint: Endpoint, withinMs: number, signal: AbortSignal): Promise<number> {
  const answer = await fetch(ownOrigin(endpoint), {
    signal: AbortSignal.any([signal, AbortSignal.timeout(withinMs)]),
    redirect: 'manual',
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function checkFirstPage(...asked: Parameters<typeof statusOfFirstPage>): Promise<void> {
  const status = await statusOfFirstPage(...asked).catch((cause: unknown) => {
    throw openTrouble('La page d’accueil ne répond pas', { cause });
  });
  if (status !== 200) throw openTrouble(`La page d’accueil répond ${status} au lieu de 200`);
}

const makeFirstAdminSentence = (root: string) =>
  firstAdminSentence(root).catch((cause: unknown) => {
    throw openTrouble('Le lien du premier compte n’a pas pu être préparé', { cause });
  });

type Opened = {
  root: string;
  settings: Endpoint & Pick<Settings, 'siteUrl'>;
  isDevelopment: boolean;
  hasNoUser: boolean;
  signal: AbortSignal;
};

/** However long the home page takes to answer; in development it may be wrong as well, and is asked for once. */
export async function announce({ root, settings, isDevelopment, hasNoUser, signal }: Opened): Promise<void> {
  const { siteUrl } = settings;
  let last = `Fabriques de territoire est en ligne : ${siteUrl}`;
  try {
    await step('Première page', () =>
      isDevelopment
        ? checkFirstPage(settings, FIRST_COMPILED_ANSWER_WITHIN_MS, signal)
        : patiently(() => checkFirstPage(settings, FIRST_ANSWER_WITHIN_MS, signal), signal, sayMessage),
    );
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof PassingTrouble)) throw error;
    last = `${error.trouble} ; le site reste ouvert pour la corriger : ${siteUrl}`;
  }
  const firstAdmin = hasNoUser ? await patiently(() => makeFirstAdminSentence(root), signal, sayMessage) : null;
  if (firstAdmin) say(firstAdmin);
  say(last);
}
