import { ExternalLink } from '@/components/ui/external-link';
import { FrenchDate } from '@/components/ui/french-text';
import type { SheetSource } from '@/lib/figures/sources';
import { dayInParis } from '@/lib/french/dates';
import { typeset } from '@/lib/french/typography';
import type { Wave } from '@/lib/waves/queries';

type AnnouncementSourcesProps = {
  wave: Wave;
  sources: readonly SheetSource[];
  /** ISO instant. */
  lastChange: string | null;
};

export function AnnouncementSources({ wave, sources, lastChange }: AnnouncementSourcesProps) {
  const named = sources.some(({ url }) => url === wave.sourceUrl);
  const changed = [lastChange, wave.updatedAt]
    .filter((instant) => instant !== null)
    .toSorted()
    .at(-1);
  return (
    <aside className="cite" aria-label="Sources">
      <div>
        <p>
          <strong>Sources{'\u00A0'}:</strong>
        </p>
        <ul className="list-disc pl-5">
          {wave.sourceUrl && !named ? (
            <li>
              Annonce de la vague{'\u00A0'}: <ExternalLink href={wave.sourceUrl} />
            </li>
          ) : null}
          {sources.map(({ url, title, publishedOn }) => (
            <li key={url}>
              <ExternalLink href={url}>{typeset(title)}</ExternalLink>
              {publishedOn ? (
                <>
                  , <FrenchDate date={publishedOn} precision="day" />
                </>
              ) : null}
            </li>
          ))}
        </ul>
        {changed ? (
          <p>
            Dernier changement de ces données{'\u00A0'}:{' '}
            <FrenchDate date={dayInParis(new Date(changed))} precision="day" />.
          </p>
        ) : null}
      </div>
    </aside>
  );
}
