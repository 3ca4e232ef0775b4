export const SUBJECT_KINDS = ['user', 'access-link', 'structure', 'wave', 'award', 'instalment', 'data'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
