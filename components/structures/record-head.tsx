import { AnnouncedOn } from '@/components/awards/announced-on';
import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { PrintButton } from '@/components/ui/print-button';
import { DEFAULT_RADIUS_KM, EMPTY_FILTER } from '@/lib/directory/filter';
import { directoryHref, updateFilter } from '@/lib/directory/href';
import { toWaveWords } from '@/lib/domain/wave-words';
import { ofPlace } from '@/lib/french/words';
import type { RecordAward, StructureRecord } from '@/lib/structures/record';
import { toRecordWords } from '@/lib/structures/record-words';
import { siteName } from '@/lib/text/site-name';

/** Null where the commune has no centre to measure from. */
function aroundHref({ commune: { code, name, longitude, latitude } }: StructureRecord): string | null {
  if (longitude === null || latitude === null) return null;
  return directoryHref(
    updateFilter(EMPTY_FILTER, { near: { code, name, longitude, latitude, radiusKm: DEFAULT_RADIUS_KM } }),
  );
}

export function RecordHead({ record }: { record: StructureRecord }) {
  const { name, commune, website, territory, awards } = record;
  const words = toRecordWords(record);
  const around = aroundHref(record);
  return (
    <header className="record-head">
      <h1>{name}</h1>
      <p className="lead">
        <TerritorySymbol territory={territory} /> {words.opening}
        <strong>{words.atCommune}</strong>
        {words.inDepartment && `, ${words.inDepartment}`}, {words.territory}.{' '}
        <Selections awards={awards} selected={words.selected} />
      </p>
      <div className="acts no-print">
        {website && (
          <ButtonLink look="full" href={website} rel="external noopener noreferrer">
            <Icon name="external" /> {siteName(website)}
            <span className="vh">, site de la fabrique</span>
          </ButtonLink>
        )}
        {around && (
          <ButtonLink href={around}>
            <Icon name="pin" /> Autour {ofPlace(commune.name)}
          </ButtonLink>
        )}
        <PrintButton />
      </div>
    </header>
  );
}

function Selections({ awards, selected }: { awards: readonly RecordAward[]; selected: string }) {
  return awards.map(({ wave }, index) => (
    <span key={wave.id}>
      {index === 0 ? `${selected} ` : ', puis '}
      {toWaveWords(wave.shortLabel).at}, <AnnouncedOn {...wave} />
      {index === awards.length - 1 && '.'}
    </span>
  ));
}
