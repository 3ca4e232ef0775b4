import { StateMark } from '@/components/office/state-mark';
import { STATE_LABELS, type StructureState as State } from '@/lib/domain/structure-state';

const KINDS = { draft: 'plain', published: 'good', archived: 'off' } as const;

export const StructureState = ({ state }: { state: State }) => (
  <StateMark kind={KINDS[state]}>{STATE_LABELS[state]}</StateMark>
);
