import type { DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';
import { formatInteger } from '@/lib/french/numbers';

type CountLinkProps = {
  count: number;
  filter: DirectoryFilter;
  /** For who hears the link alone: « fabriques en vague 5 ». */
  label: string;
};

export function CountLink({ count, filter, label }: CountLinkProps) {
  const said = formatInteger(count);
  if (count === 0) return <span className="num">{said}</span>;
  return (
    <a className="num" href={directoryHref(filter)} aria-label={`${said} ${label}`}>
      {said}
    </a>
  );
}
