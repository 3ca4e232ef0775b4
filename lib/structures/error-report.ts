import { dayInParis, formatDate } from '@/lib/french/dates';
import type { StructureRecord } from './record';

type Reported = Pick<StructureRecord, 'name' | 'commune' | 'updatedAt'>;

export type ReportReason = 'error' | 'description' | 'amount';

const SUBJECTS: Record<ReportReason, string> = {
  error: 'Erreur sur la fiche',
  description: 'Description pour la fiche',
  amount: 'Montant de l’aide pour la fiche',
};

const QUESTIONS: Record<ReportReason, readonly string[]> = {
  error: ['Ce qui est faux :', 'Ce qui est juste :', 'Source (adresse d’une page) :'],
  description: ['Texte proposé :', 'Source (adresse d’une page) :'],
  amount: ['Montant et année :', 'Source (adresse d’une page) :'],
};

export function reportHref(email: string, pageUrl: string, record: Reported, reason: ReportReason): string {
  const subject = `${SUBJECTS[reason]}\u00A0: ${record.name}, ${record.commune.name}`;
  const date = formatDate(dayInParis(new Date(record.updatedAt)));
  const lines = [
    `Page\u00A0: ${pageUrl}`,
    `Fiche du ${date}`,
    ...QUESTIONS[reason].flatMap((question) => ['', question, '']),
  ];
  // RFC 6068 asks for CRLF, and mail programs keep a plus written as %2B.
  const to = encodeURIComponent(email).replace('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n'))}`;
}
