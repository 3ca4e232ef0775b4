import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatInteger } from '@/lib/french/numbers';
import { MOST_EXPORTED } from '@/lib/text/csv';

type FileLinkProps = {
  href: string;
  total: number;
  /** The end of a sentence. */
  remedy: string;
};

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
