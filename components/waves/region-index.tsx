import { CompositionBar } from '@/components/figures/composition-rule';
import type { Composition } from '@/lib/figures/composition';
import { formatInteger } from '@/lib/french/numbers';
import { placeName } from '@/lib/geography/place-names';

type RegionEntry = { slug: string; name: string; href: string; count: number; composition?: Composition };

type RegionIndexProps = {
  entries: readonly RegionEntry[];
  current?: string;
};

export function RegionIndex({ entries, current }: RegionIndexProps) {
  const greatest = Math.max(1, ...entries.map(({ count }) => count));
  return (
    <ul className="dotted">
      {entries.map(({ slug, name, href, count, composition }) => (
        <li key={slug}>
          <a href={href} {...(slug === current && { 'aria-current': 'page' as const })}>
            <span className="name">{placeName(name)}</span> <b>{formatInteger(count)}</b>
          </a>
          {composition && count > 0 ? (
            <div style={{ width: `${Math.max(4, Math.round((count / greatest) * 100))}%` }}>
              <CompositionBar counts={composition} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
