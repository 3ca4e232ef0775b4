import { ACCOUNT_ACTIONS, type ActionCase, administering, fields } from './account-action-cases';
import { type Prey, WAVE, WAVE_NAME } from './office-prey';

const structure = ({ draft }: Prey) => `/admin/structures/${draft}`;

const editing = { reader: 'forbidden', elsewhere: 'out-of-scope' } as const;

const versionOf = ({ read }: Prey, id: string) => read('SELECT version FROM structure WHERE id = $1', id);
const reference = async (prey: Prey) => fields({ id: prey.draft, version: await versionOf(prey, prey.draft) });
const awardFields = async ({ read, draft }: Prey, typed: Readonly<Record<string, string>>) => {
  const version = await read(`SELECT version FROM award WHERE structure_id = $1 AND wave_id = 'vague-5'`, draft);
  return fields({ structureId: draft, waveId: 'vague-5', version, ...typed });
};
const waveVersion = ({ read }: Prey, id: string) => read('SELECT version FROM wave WHERE id = $1', id);

const STRUCTURE = 'app/admin/structures/[id]/actions.ts';
const AWARD = 'app/admin/structures/[id]/labellisations/[waveId]/actions.ts';
const WAVES = 'app/admin/vagues/[id]/actions.ts';

const onList = { at: () => '/admin/structures', ...editing };
const onStructure = { at: structure, ...editing };
const onAward = { at: (prey: Prey) => `${structure(prey)}/labellisations/vague-5`, ...editing };
const onWave = { at: () => `/admin/vagues/${WAVE}`, ...administering };
const typedStructure = { name: 'Le premier inédit', commune: 'Roubaix (59512)', 'sourceUrl-0': 'https://exemple.fr/' };
const typedWave = { rank: '78', label: 'Vague forcée', shortLabel: 'Forcée', announcedOnPrecision: 'day' };

/** By file and name: each action has its line (tests/unit/office-doors.test.ts). */
export const OFFICE_ACTIONS: Readonly<Record<string, ActionCase>> = {
  'app/admin/structures/nouvelle/actions.ts#createStructure': {
    at: () => '/admin/structures/nouvelle',
    typed: () => fields({ ...typedStructure, name: 'Une forcée', intention: 'enregistrer' }),
    ...editing,
  },
  [`${STRUCTURE}#saveStructure`]: {
    ...onStructure,
    typed: async (prey) => [...(await reference(prey)), ...fields(typedStructure)],
  },
  [`${STRUCTURE}#restoreVersion`]: {
    ...onStructure,
    typed: async (prey) => [...(await reference(prey)), ['target', '1']],
  },
  'app/admin/structures/[id]/labellisations/actions.ts#addAward': {
    ...onAward,
    typed: ({ draft }) => fields({ structureId: draft, waveId: 'vague-5', label: 'unknown' }),
  },
  'app/admin/vagues/[id]/ajouter/actions.ts#addManyAwards': {
    at: () => `/admin/vagues/${WAVE}/ajouter`,
    typed: ({ draft }) => fields({ waveId: WAVE, label: 'unknown', structureIds: draft }),
    ...editing,
  },
  [`${WAVES}#revertAwardBatch`]: {
    ...onWave,
    ...editing,
    typed: async ({ read }) =>
      fields({ batchId: await read(`SELECT batch_id FROM audit_entry WHERE subject_id LIKE '%/${WAVE}'`) }),
  },
  [`${AWARD}#saveAward`]: {
    ...onAward,
    typed: (prey) => awardFields(prey, { label: 'unknown', conventionReference: 'Forcée' }),
  },
  [`${AWARD}#removeAward`]: { ...onAward, typed: (prey) => awardFields(prey, { confirm: 'oui' }) },
  [`${AWARD}#restoreAward`]: {
    ...onAward,
    typed: async ({ draft, read }) => {
      const entryId = await read(`SELECT max(id) FROM audit_entry WHERE action = 'award.changed'`);
      return fields({ structureId: draft, waveId: 'vague-5', version: '', entryId });
    },
  },
  [`${STRUCTURE}#publishStructure`]: { ...onStructure, typed: reference },
  [`${STRUCTURE}#withdrawStructure`]: { ...onStructure, typed: reference },
  [`${STRUCTURE}#archiveStructure`]: { ...onStructure, typed: reference },
  [`${STRUCTURE}#unarchiveStructure`]: { ...onStructure, typed: reference },
  [`${STRUCTURE}#eraseDraft`]: {
    ...onStructure,
    ...administering,
    typed: async (prey) => fields({ id: prey.erasable, version: '1', confirm: 'oui' }),
  },
  'app/admin/structures/actions.ts#changeSelection': {
    ...onList,
    typed: async (prey) =>
      fields({ intention: 'archiver', selection: `${prey.draft}:${await versionOf(prey, prey.draft)}` }),
  },
  'app/admin/structures/actions.ts#revertBatch': { ...onList, typed: ({ batchId }) => fields({ batchId }) },
  'app/admin/vagues/actions.ts#createWave': {
    at: () => '/admin/vagues/nouvelle',
    typed: () => fields({ ...typedWave, id: 'vague-forcee' }),
    ...administering,
  },
  [`${WAVES}#saveWave`]: {
    ...onWave,
    typed: async (prey) =>
      fields({ ...typedWave, rank: '79', label: WAVE_NAME, waveId: WAVE, version: await waveVersion(prey, WAVE) }),
  },
  [`${WAVES}#restoreWave`]: {
    ...onWave,
    typed: async (prey) => fields({ waveId: WAVE, version: await waveVersion(prey, WAVE), entryId: '0' }),
  },
  [`${WAVES}#deleteWave`]: { ...onWave, typed: () => fields({ waveId: 'vague-forcee', version: '1', confirm: 'oui' }) },
  'app/admin/vagues/actions.ts#reopenWave': {
    at: () => '/admin/vagues',
    typed: async ({ read }) =>
      fields({
        waveId: 'vague-forcee',
        entryId: await read(`SELECT id FROM audit_entry WHERE action = 'wave.deleted'`),
      }),
    ...administering,
  },
  ...ACCOUNT_ACTIONS,
};

export const OPEN_ACTIONS: Readonly<Record<string, string>> = {
  'app/acces/[token]/actions.ts#acceptAccess': '/acces/x',
  'app/connexion/actions.ts#signIn': '/connexion',
  'app/connexion/actions.ts#giveCode': '/connexion/code',
  'app/connexion/actions.ts#askForNewPassword': '/connexion/oubli',
  'app/connexion/actions.ts#signOut': '/connexion',
};
