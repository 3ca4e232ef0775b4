import type { SubjectKind } from '@/lib/audit/subject-kinds';
import { AWARD_FIELDS } from '@/lib/awards/fields';
import { fieldWords, type Said } from '@/lib/fields/field';
import { formatInstant } from '@/lib/french/instants';
import { STRUCTURE_FIELDS } from '@/lib/structures/fields';
import { ROLE_LABELS, scopeWords } from '@/lib/users/labels';
import { WAVE_FIELDS } from '@/lib/waves/fields';
import type { JournalEntry } from './queries';

export const KIND_LABELS: Record<SubjectKind, string> = {
  user: 'Comptes',
  'access-link': 'Invitations et liens',
  structure: 'Structures',
  wave: 'Vagues',
  award: 'Labellisations',
  instalment: 'Versements',
  data: 'Données par défaut',
};

const ACTIONS: Record<string, string> = {
  'access-link.created': 'lien préparé',
  'access-link.revoked': 'lien annulé',
  'award.added': 'ajoutée à la vague',
  'award.changed': 'labellisation modifiée',
  'award.planned': 'labellisation modifiée',
  'award.removed': 'retirée de la vague',
  'award.restored': 'labellisation revenue à une version',
  'data.loaded': 'chargement initial',
  'data.restored': 'sauvegarde restaurée',
  'instalment.changed': 'versements modifiés',
  'instalment.planned': 'versements prévus',
  'instalment.restored': 'versements revenus à une version',
  'structure.archived': 'structure archivée',
  'structure.created': 'structure créée',
  'structure.erased': 'brouillon effacé',
  'structure.published': 'structure publiée',
  'structure.restored': 'retour à une version',
  'structure.reverted': 'lot défait',
  'structure.saved': 'structure modifiée',
  'structure.unarchived': 'structure rétablie',
  'structure.withdrawn': 'publication retirée',
  'user.codes-refused': 'codes de connexion faux, l’un après l’autre',
  'user.created': 'compte créé',
  'user.disabled': 'compte suspendu',
  'user.enabled': 'compte rétabli',
  'user.forgotten': 'compte oublié',
  'user.password-changed': 'mot de passe changé',
  'user.password-reset': 'mot de passe choisi par un lien',
  'user.recovery-codes-renewed': 'codes de secours remplacés',
  'user.rescued': 'accès rendu depuis un terminal',
  'user.role-changed': 'rôle changé',
  'user.second-factor-abandoned': 'mise en place de la double authentification abandonnée',
  'user.second-factor-removed': 'double authentification retirée',
  'user.second-factor-reset': 'double authentification retirée par un administrateur',
  'user.second-factor-set': 'double authentification mise en place',
  'user.second-factor-started': 'mise en place de la double authentification commencée',
  'user.sessions-ended': 'déconnexion partout',
  'wave.changed': 'vague modifiée',
  'wave.created': 'vague ouverte',
  'wave.deleted': 'vague supprimée',
  'wave.reopened': 'vague rétablie',
  'wave.restored': 'vague revenue à une version',
};

export const actionWords = (action: string): string => ACTIONS[action] ?? action;

const ORIGINS: Record<JournalEntry['origin'], string> = {
  interface: 'un compte',
  terminal: 'une commande dans un terminal',
  program: 'le programme',
};

export const authorWords = ({ actorName, origin }: Pick<JournalEntry, 'actorName' | 'origin'>): string =>
  actorName ?? ORIGINS[origin];

export const subjectWords = ({ subjectKind, subjectId }: Pick<JournalEntry, 'subjectKind' | 'subjectId'>): string => {
  if (subjectKind === 'data') return subjectId === 'default' ? 'données par défaut' : 'toutes les données';
  return subjectKind === 'access-link' ? `lien ${subjectId.slice(0, 8)}` : subjectId;
};

const FIELDS: Record<string, string> = {
  role: 'rôle',
  regions: 'régions',
  disabled: 'suspendu',
  secondFactor: 'double authentification',
  kind: 'sorte',
  structures: 'structures',
  knownDevice: 'appareil connu du compte',
  writtenAt: 'sauvegarde du',
};

const KINDS: Record<string, string> = {
  first_admin: 'premier administrateur',
  invitation: 'invitation',
  password_reset: 'nouveau mot de passe',
  rescue: 'accès rendu',
  code: 'code de l’application',
  'recovery-code': 'code de secours',
};

const FOR_PROGRAMS = new Set(['link', 'user', 'version']);

export type FactWords = { field: string; before: string | null; after: string | null };

/** What is told of a structure beside its fields: its dates, and of its contact only that it changed. */
const STRUCTURE_EVENTS = {
  publishedAt: { kind: 'instant', label: 'publiée le' },
  archivedAt: { kind: 'instant', label: 'archivée le' },
  contact: { kind: 'choice', label: 'contact', choices: { changed: 'modifié' } },
} as const;

/** « label » is the name of a wave, and the label of an award. */
const TABLES: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  structure: { ...STRUCTURE_FIELDS, ...STRUCTURE_EVENTS },
  wave: WAVE_FIELDS,
  award: AWARD_FIELDS,
  instalment: AWARD_FIELDS,
};

function otherWords(name: string, value: unknown, regionNames: ReadonlyMap<string, string>): string {
  if (name === 'regions') {
    return scopeWords(Array.isArray(value) ? value.map(String) : null, regionNames);
  }
  if (name === 'role') return ROLE_LABELS[value as keyof typeof ROLE_LABELS] ?? String(value);
  if (name === 'writtenAt') return formatInstant(new Date(String(value)));
  if (name === 'kind') return KINDS[String(value)] ?? String(value);
  if (value === null) return 'non précisé';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function factWords(
  { subjectKind, before, after }: Pick<JournalEntry, 'subjectKind' | 'before' | 'after'>,
  /** Names of régions and communes by their codes, which never meet. */
  areaNames: ReadonlyMap<string, string>,
): FactWords[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => !FOR_PROGRAMS.has(name))
    .map((name) => {
      const field = TABLES[subjectKind]?.[name];
      const words = (facts: JournalEntry['before']) => {
        if (!facts || !(name in facts)) return null;
        return field ? fieldWords(field, facts[name], areaNames) : otherWords(name, facts[name], areaNames);
      };
      return { field: field?.label ?? FIELDS[name] ?? name, before: words(before), after: words(after) };
    })
    .filter((fact) => fact.before !== fact.after);
}
