import { auditGoals, weightGoals } from './goals-of-browser';
import { pagesMadeAnew, storedPages } from './goals-of-pages';
import { coldJson, DATA, decimals, elsewhereGoals, type Goal, growth, warmJson, whereOf, whole } from './goals-of-rows';
import { CHANGED, READING } from './load/jobs';
import { ANSWERER_NAMES, type Results, TEMPERATURE_NAMES } from './results';

const MOST_MEMORY = 350;
const SLOWEST_CHANGE_SECONDS = 20;

function failuresGoal({ rows, edits }: Results): Goal[] {
  const ofRows = rows
    .filter(({ measure }) => measure.failures > 0)
    .map((row) => {
      const { job, answerer, temperature, measure } = row;
      const who = [job, ANSWERER_NAMES[answerer], temperature && TEMPERATURE_NAMES[temperature]]
        .filter(Boolean)
        .join(' ');
      return `${measure.failures}\u00A0: ${who}, ${whereOf(row)}`;
    });
  const ofEdits = edits
    .filter(({ failures }) => failures > 0)
    .map(({ failures, size }) => `${failures}\u00A0: ${READING}, ${whole(size)} structures`);
  const where = [...ofRows, ...ofEdits];
  const value = where.length === 0 ? 'aucune autre' : `d’autres (${where.join(' ; ')})`;
  return rows.length + edits.length === 0
    ? []
    : [{ sentence: 'Chaque réponse mesurée est un 200', value, kept: where.length === 0 }];
}

export function judge(results: Results): Goal[] {
  const { rows, memory, weights, audits, changes } = results;
  const highest = Math.max(...memory.values());
  return [
    ...warmJson(
      rows,
      DATA.filter((job) => job !== 'recherche'),
      75,
      'Chaque donnée, tiède, atteint 75 % des réponses par seconde de la route vide',
    ),
    ...warmJson(
      rows,
      ['recherche'],
      50,
      'Une recherche mal écrite, tiède, atteint 50 % des réponses par seconde de la route vide',
    ),
    ...storedPages(rows),
    ...pagesMadeAnew(rows),
    ...coldJson(rows),
    ...growth(rows),
    ...(memory.size > 0
      ? [{ sentence: 'Mémoire du serveur : moins de 350 Mo', value: `${highest} Mo`, kept: highest < MOST_MEMORY }]
      : []),
    ...weightGoals(weights),
    ...auditGoals(audits),
    ...failuresGoal(results),
    ...elsewhereGoals(results),
    ...changes.map(({ size, seconds }) => ({
      sentence: `${whole(CHANGED)} structures changées d’un coup, sur ${whole(size)} : moins de ${SLOWEST_CHANGE_SECONDS} s`,
      value: `${decimals(seconds, 1)} s`,
      kept: seconds < SLOWEST_CHANGE_SECONDS,
    })),
  ];
}
