import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatInteger } from '@/lib/french/numbers';
import { MOST_EXPORTED } from '@/lib/text/csv';

type FileLinkProps = {
  href: string;
  /** How many lines the view has; a file holds so many of them. */
  total: number;
  /** How to have the rest, as the end of a sentence. */
  remedy: string;
};

/** Leads to the file of a view, and says when it does not hold all of it. Nothing for an empty view. */
export function FileLink({ href, total, remedy }: FileLinkProps) {
  if (total === 0) return null;
  return (
    <>
      <ButtonLink look="ink" small href={href}>
        <Icon name="download" /> Télécharger en CSV
      </ButtonLink>
      {total > MOST_EXPORTED ? (
        <p className="soft">
          Le fichier s’arrête aux {formatInteger(MOST_EXPORTED)} premières lignes : {remedy}.
        </p>
      ) : null}
    </>
  );
}
