export const STATE_LABELS = {
  draft: 'Brouillon',
  published: 'Publiée',
  archived: 'Archivée',
} as const;
export type StructureState = keyof typeof STATE_LABELS;

export const stateOf = ({ publishedAt, archivedAt }: { publishedAt: unknown; archivedAt: unknown }): StructureState =>
  archivedAt ? 'archived' : publishedAt ? 'published' : 'draft';
