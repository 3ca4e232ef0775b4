import { recordJournalHref } from '@/lib/journal/filter';

type JournalLinkProps = { subjectId: string; isCut?: boolean };

export const JournalLink = ({ subjectId, isCut = false }: JournalLinkProps) => (
  <p>
    {isCut ? 'Les modifications plus anciennes se lisent ' : null}
    <a href={recordJournalHref(subjectId)}>{isCut ? 'dans le journal' : 'Dans le journal'}</a>
  </p>
);
