import { breachWords } from '@/lib/domain/breach-words';
import type { Conflict } from '@/lib/domain/conflict';
import { awardHref, structureHref, waveHref } from '@/lib/domain/office-href';
import { recordHref } from '@/lib/domain/public-href';
import { missingWords } from '@/lib/domain/publishable';
import { STATE_LABELS } from '@/lib/domain/structure-state';
import {
  type Among,
  type DetailedCode,
  DetailedError,
  type DomainError,
  EditedMeanwhile,
  type RefusalData,
  type Since,
} from '@/lib/errors';
import { dayInParis, formatDate, todayInParis } from '@/lib/french/dates';
import { timeInParis } from '@/lib/french/instants';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { communeWithCode, placeName } from '@/lib/geography/place-names';
import type { ConflictWords, Suggestion } from './form-state';
import { MESSAGES } from './messages';

type Link = { words: string; href: string };

export type RefusalWords = {
  sentence: string;
  errors?: Readonly<Record<string, string>>;
  links?: readonly Link[];
  /** By name, what the form holds from now on in the place of what was sent. */
  values?: Readonly<Record<string, string[]>>;
  suggestions?: readonly Suggestion[];
  conflict?: ConflictWords;
};

const MOST_NAMED = 20;

function naming(sentence: string, links: readonly Link[]): RefusalWords {
  const rest = links.length > MOST_NAMED ? ` En voici les ${MOST_NAMED} premières.` : '';
  return { sentence: `${sentence}${rest}`, links: links.slice(0, MOST_NAMED) };
}

type Verb = [one: string, many: string];

const NOUNS: Record<Among, Verb> = {
  ticked: ['structure cochée', 'structures cochées'],
  batch: ['structure de ce lot', 'structures de ce lot'],
};

const counted = (count: number, among: Among, verb: Verb): string =>
  `${formatInteger(count)} ${plural(count, ...NOUNS[among])} ${plural(count, ...verb)}`;

const wayOut = (count: number, among: Among) =>
  among === 'ticked' ? ` ${plural(count, 'Décochez-la', 'Décochez-les')}, puis recommencez.` : '';

const toStructure = ({ id, name }: { id: string; name: string }): Link => ({ words: name, href: structureHref(id) });

const SINCE: Record<Since, string> = {
  removed: 'retirée depuis',
  returned: 'remise depuis',
  paid: 'un versement est déjà fait',
  funded: 'des versements sont saisis',
  changed: 'modifiée depuis',
};

const WORDS: { [Code in DetailedCode]: (data: RefusalData[Code]) => RefusalWords } = {
  'award-exists': ({ waveId, structures }) =>
    naming(
      `${counted(structures.length, 'ticked', ['est', 'sont'])} déjà dans cette vague\u00A0: rien n’a été enregistré.`,
      structures.map(({ id, name }) => ({ words: name, href: awardHref({ structureId: id, waveId }) })),
    ),
  'award-last': ({ waveId, structures }) => {
    const { length } = structures;
    return naming(
      `${formatInteger(length)} ${plural(length, 'fiche publiée n’aurait', 'fiches publiées n’auraient')} plus de labellisation\u00A0: rien n’a été défait. ${plural(length, 'Remettez-la d’abord en brouillon, ou ajoutez-la', 'Remettez-les d’abord en brouillon, ou ajoutez-les')} à une autre vague.`,
      structures.map(({ id, name }) => ({ words: name, href: awardHref({ structureId: id, waveId }) })),
    );
  },
  'commune-unclear': ({ found }) => ({
    sentence: MESSAGES['commune-unclear'],
    suggestions: found.map(({ departmentName, ...commune }) => ({
      value: commune.code,
      label: `${communeWithCode(commune)}, ${placeName(departmentName)}`,
    })),
  }),
  'edited-meanwhile': ({ structures, selection }) => ({
    ...naming(
      `${counted(structures.length, 'ticked', ['a été modifiée', 'ont été modifiées'])} entre-temps par quelqu’un d’autre\u00A0: rien n’est encore enregistré. Relisez avant de recommencer\u00A0: ${plural(structures.length, 'elle reste cochée, telle qu’elle est', 'elles restent cochées, telles qu’elles sont')} maintenant.`,
      structures.map(toStructure),
    ),
    values: { selection },
  }),
  'edited-since': ({ structures }) =>
    naming(
      `${counted(structures.length, 'batch', ['a changé', 'ont changé'])} depuis\u00A0: rien n’a été défait, pour ne pas effacer ce travail. Revenez en arrière fiche par fiche.`,
      structures.map(({ id, name, award }) =>
        award
          ? {
              words: `${name}\u00A0: ${SINCE[award.since]}`,
              href: awardHref({ structureId: id, waveId: award.waveId }),
            }
          : toStructure({ id, name }),
      ),
    ),
  'likely-duplicate': ({ alike }) => ({
    sentence: MESSAGES['likely-duplicate'],
    suggestions: alike.map(({ id, name, communeName, state }) => ({
      value: id,
      label: `${name}, ${communeName} (${STATE_LABELS[state].toLowerCase()})`,
      href: structureHref(id),
    })),
  }),
  // A draft or an archived record of another région does not exist for whoever asks: it is counted, never named.
  'out-of-scope': ({ among, structures }) => {
    const seen = structures.filter(({ isPublic }) => isPublic);
    const { length } = structures;
    const hidden = length - seen.length;
    const unnamed = hidden > 0 ? ` (dont ${formatInteger(hidden)} non ${plural(hidden, 'publiée', 'publiées')})` : '';
    return naming(
      `${counted(length, among, ['est hors de vos régions', 'sont hors de vos régions'])}${unnamed}\u00A0: rien n’a été enregistré.${wayOut(length, among)}`,
      seen.map(({ name, slug }) => ({ words: name, href: recordHref(slug) })),
    );
  },
  'rule-breaks-awards': ({ shortLabel, awards }) => {
    const { length } = awards;
    const first = length > MOST_NAMED ? `, dont voici les ${MOST_NAMED} premières` : '';
    return {
      sentence: `Cette règle serait enfreinte par ${formatInteger(length)} ${plural(length, 'labellisation déjà saisie', 'labellisations déjà saisies')}${first}. Rien n’est enregistré\u00A0: ${plural(length, 'corrigez-la', 'corrigez-les')} d’abord, ou la règle.`,
      links: awards.slice(0, MOST_NAMED).map(({ name, breach, ...key }) => ({
        words: `${name}\u00A0: ${breachWords(breach, shortLabel)}`,
        href: awardHref(key),
      })),
    };
  },
  'rule-broken': ({ shortLabel, breaches }) => {
    const said = breaches.map(({ breach, field }) => ({ field, words: breachWords(breach, shortLabel) }));
    const errors = Object.fromEntries(said.flatMap(({ field, words }) => (field ? [[field, words]] : [])));
    const isShown = Object.keys(errors).length === said.length;
    const [first] = said;
    if (said.length === 1 && first) return { sentence: first.words, errors };
    return {
      sentence: isShown
        ? `La règle de la vague n’est pas respectée en ${said.length} points.`
        : said.map(({ words }) => words).join(' '),
      errors,
    };
  },
  'structure-incomplete': ({ among, structures }) => {
    const { length } = structures;
    return naming(
      `${counted(length, among, ['ne peut pas être publique', 'ne peuvent pas être publiques'])}\u00A0: rien n’a été enregistré.${wayOut(length, among)}`,
      structures.map(({ id, name, missing }) =>
        toStructure({ id, name: `${name}\u00A0: il manque ${missingWords(missing)}` }),
      ),
    );
  },
  'structure-unknown': ({ gone, left }) => ({
    ...naming(
      `${counted(gone, 'ticked', ['n’existe plus', 'n’existent plus'])}\u00A0: rien n’a été enregistré. Recommencez avec les autres.`,
      [],
    ),
    values: left,
  }),
  'wave-id-taken': ({ waveId }) => ({
    sentence: `Une vague a de nouveau l’identifiant «\u00A0${waveId}\u00A0»\u00A0: rien n’est rétabli.`,
    links: [{ words: 'Voir cette vague', href: waveHref(waveId) }],
  }),
  'wave-rank-taken': ({ holder, lost }) =>
    lost === undefined
      ? { sentence: `Ce rang est déjà celui de «\u00A0${holder.shortLabel}\u00A0».` }
      : {
          sentence: `Son rang, le ${formatInteger(lost)}, est maintenant celui de «\u00A0${holder.shortLabel}\u00A0»\u00A0: donnez-en d’abord un autre à celle-ci. Rien n’est rétabli.`,
          links: [{ words: holder.shortLabel, href: waveHref(holder.id) }],
        },
};

const detailsOf = <Code extends DetailedCode>({ code, data }: DetailedError<Code>): RefusalWords => WORDS[code](data);

function dayAndTime(at: Date): string {
  const day = dayInParis(at);
  return `${day === todayInParis() ? '' : ` le ${formatDate(day)}`} à ${timeInParis(at)}`;
}

const conflictWords = ({ version, savedBy, savedAt, fields }: Conflict): ConflictWords => ({
  version,
  sentence: `${savedBy ?? 'Une autre personne'} a enregistré la version ${version}${savedAt ? dayAndTime(savedAt) : ''}.`,
  fields,
});

export function refusalWords(error: DomainError): RefusalWords {
  if (error instanceof DetailedError) return detailsOf(error);
  const sentence = MESSAGES[error.code];
  return error instanceof EditedMeanwhile ? { sentence, conflict: conflictWords(error.conflict) } : { sentence };
}
