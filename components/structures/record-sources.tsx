import { ExternalLink } from '@/components/ui/external-link';
import { FrenchDate } from '@/components/ui/french-text';
import { Icon } from '@/components/ui/icon';
import { dayInParis } from '@/lib/french/dates';
import type { StructureRecord } from '@/lib/structures/record';

type RecordSourcesProps = { record: StructureRecord; reportHref: string | null };

export function RecordSources({ record: { slug, sources, updatedAt }, reportHref }: RecordSourcesProps) {
  return (
    <>
      <ol className="hist">
        <li>
          <FrenchDate date={dayInParis(new Date(updatedAt))} precision="day" />
          Dernier changement de la fiche.
        </li>
        {sources.map(({ url, title, publishedOn }) => (
          <li key={url}>
            {publishedOn && <FrenchDate date={publishedOn} precision="day" />}
            Source : <ExternalLink href={url}>{title}</ExternalLink>
          </li>
        ))}
      </ol>
      <p className="linkrow no-print">
        {reportHref && (
          <a href={reportHref}>
            <Icon name="flag" /> Signaler une erreur
          </a>
        )}
        <a href={`/api/v1/structures/${slug}`}>
          <Icon name="download" /> Cette fiche en JSON
        </a>
      </p>
    </>
  );
}
