import { SOURCES } from '@/components/site/footer';
import { formatDate } from '@/lib/french/dates';
import { CopyCitation } from './copy-citation';

type CitationProps = {
  title: string;
  /** Absolute address of the page. */
  url: string;
  /** Day of the last change in Europe/Paris, `YYYY-MM-DD`; null when nothing is recorded. */
  changedOn: string | null;
};

export function Citation({ title, url, changedOn }: CitationProps) {
  const dated = changedOn ? `, données au ${formatDate(changedOn)}` : '';
  const name = `«\u00A0${title}\u00A0», Fabriques de territoire\u00A0: l’annuaire et la carte${dated}.`;
  return (
    <aside className="cite" aria-label="Pour citer cette page">
      <div>
        <p>
          <strong>Pour citer{'\u00A0'}:</strong> {name} <span className="wrap-anywhere">{url}</span>
        </p>
        <p className="cite-sources">{SOURCES}</p>
      </div>
      <CopyCitation text={`${name} ${url} ${SOURCES}`} />
    </aside>
  );
}
