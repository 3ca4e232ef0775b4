import type { ReactNode } from 'react';
import { AnnouncedOn } from '@/components/awards/announced-on';
import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { ExternalLink } from '@/components/ui/external-link';
import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { publicWaveHref } from '@/lib/domain/public-href';
import { TERRITORY_NAMES } from '@/lib/domain/territory';
import { toWaveWords } from '@/lib/domain/wave-words';
import { phoneHref } from '@/lib/fields/typed-phone';
import type { RecordAward, StructureRecord } from '@/lib/structures/record';
import { plainWords } from '@/lib/text/plain-words';
import { siteAddress } from '@/lib/text/site-name';

type FactProps = { name: string; basis: ReactNode; children: ReactNode };

function Fact({ name, basis, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="value">{children}</dd>
      <dd className="basis">{basis}</dd>
    </div>
  );
}

type RecordFactsProps = { record: StructureRecord; describeHref: string | null };

export function RecordFacts({ record, describeHref }: RecordFactsProps) {
  const { officialName, website, phone } = record;
  return (
    <dl className="facts">
      <Description record={record} href={describeHref} />
      <AddressFact record={record} />
      <TerritoryFact record={record} />
      {record.awards.map((award) => (
        <AwardFacts key={award.wave.id} award={award} record={record} />
      ))}
      {officialName && plainWords(officialName) !== plainWords(record.name) && (
        <Fact name="Nom officiel" basis="Tel que relevé dans une source de la fiche.">
          {officialName}
        </Fact>
      )}
      {website ? (
        <Fact name="Site" basis="Adresse relevée dans une source, pas revérifiée depuis.">
          <ExternalLink href={website} className="wrap-anywhere">
            {siteAddress(website)}
          </ExternalLink>
        </Fact>
      ) : (
        <Fact name="Site" basis="Aucune source n’en donne l’adresse.">
          <span className="soft">Non précisé</span>
        </Fact>
      )}
      {phone ? (
        <Fact name="Téléphone" basis="Celui du lieu, relevé dans une source.">
          <a href={phoneHref(phone) ?? undefined}>{phone}</a>
        </Fact>
      ) : null}
      <ContactFact contact={record.contact} />
    </dl>
  );
}

function ContactFact({ contact }: Pick<StructureRecord, 'contact'>) {
  if (!contact) return null;
  const { name, email, phone } = contact;
  return (
    <Fact name="Contact" basis="Rendu public par le bureau des Fabriques.">
      {name ? <span className="block">{name}</span> : null}
      {email ? (
        <a className="block" href={`mailto:${email}`}>
          {email}
        </a>
      ) : null}
      {phone ? <span className="block">{phone}</span> : null}
    </Fact>
  );
}

type DescriptionProps = { record: StructureRecord; href: string | null };

function Description({ record: { description, descriptionSourceUrl }, href }: DescriptionProps) {
  if (!description) {
    return (
      <Fact name="Description" basis="Rien n’est repris d’ailleurs sans source.">
        <span className="soft">Pas encore de description.</span>{' '}
        {href && (
          <a className="no-print" href={href}>
            Proposer un texte
          </a>
        )}
      </Fact>
    );
  }
  const basis = descriptionSourceUrl ? (
    <>
      Rédigée d’après <ExternalLink href={descriptionSourceUrl} />.
    </>
  ) : (
    'Source non précisée.'
  );
  return (
    <Fact name="Description" basis={basis}>
      <span className="whitespace-pre-line">{description}</span>
    </Fact>
  );
}

function positionBasis({ address, positionPrecision }: StructureRecord): string {
  if (positionPrecision === 'address') return 'Placé sur la carte à son adresse.';
  if (positionPrecision === null) return 'Position non précisée : ce lieu n’est pas sur la carte.';
  return address
    ? 'Adresse connue, mais placé sur la carte au centre de la commune.'
    : 'Adresse non précisée : placé sur la carte au centre de la commune.';
}

function AddressFact({ record }: { record: StructureRecord }) {
  const { address, postcode, commune, department } = record;
  return (
    <Fact name="Lieu" basis={positionBasis(record)}>
      {address && (
        <>
          {address}
          <br />
        </>
      )}
      {postcode && `${postcode} `}
      {commune.name} <span className="cote">{department.code}</span>
    </Fact>
  );
}

function territoryBasis({ territoryBasis: basis, territory, densityLevel, qpvName, awards }: StructureRecord): string {
  const quarter = territory === 'qpv' && !qpvName ? ' Nom du quartier non précisé.' : '';
  switch (basis) {
    case 'announcement': {
      const announced = awards[0] ? ` avec ${toWaveWords(awards[0].wave.shortLabel).the}` : '';
      return `Annoncé en quartier prioritaire de la politique de la ville${announced}.${quarter}`;
    }
    case 'insee_density':
      return `Commune rurale au sens de l’Insee${densityLevel === null ? '' : ` : niveau ${densityLevel} sur 7 de la grille de densité`}.`;
    case 'source':
      return `Dit par une source de la fiche.${quarter}`;
    default:
      return 'Aucune source ne dit si ce lieu est en quartier prioritaire (QPV) ou en territoire rural.';
  }
}

function TerritoryFact({ record }: { record: StructureRecord }) {
  const { territory, qpvName } = record;
  return (
    <Fact name="Territoire" basis={territoryBasis(record)}>
      <TerritorySymbol territory={territory} /> {TERRITORY_NAMES[territory]}
      {qpvName && ` : ${qpvName}`}
    </Fact>
  );
}

function KnownLabelBasis({ labelSourceUrl, labelFromName }: RecordAward) {
  if (labelSourceUrl === null) return labelFromName ? 'D’après le nom du projet.' : 'D’après la même source.';
  return (
    <>
      D’après {labelFromName && 'le nom du projet et '}
      <ExternalLink href={labelSourceUrl} />.
    </>
  );
}

function unknownLabelBasis({ wave }: RecordAward): string {
  const { announcedFabriqueCount: fabriques, announcedFabriqueNumeriqueCount: digital } = wave;
  return fabriques !== null && digital !== null
    ? `L’annonce comptait ${fabriques} fabriques et ${digital} fabriques numériques, sans liste nominative complète.`
    : 'Aucune source ne le dit.';
}

function AwardBasis({ url, sources }: { url: string | null; sources: StructureRecord['sources'] }) {
  if (!url) return 'Source non précisée.';
  const title = sources.find((source) => source.url === url)?.title;
  return (
    <>
      Source : <ExternalLink href={url}>{title}</ExternalLink>
    </>
  );
}

type AwardFactsProps = { award: RecordAward; record: StructureRecord };

function AwardFacts({ award, record: { region, sources, awards } }: AwardFactsProps) {
  const { wave, sourceUrl, label } = award;
  return (
    <>
      <Fact name="Vague" basis={<AwardBasis url={sourceUrl} sources={sources} />}>
        <a href={publicWaveHref(wave.id, region.slug)}>{wave.label}</a>, <AnnouncedOn {...wave} />
      </Fact>
      <Fact
        name={awards.length > 1 ? `Label (${wave.shortLabel.toLowerCase()})` : 'Label'}
        basis={label === 'unknown' ? unknownLabelBasis(award) : <KnownLabelBasis {...award} />}
      >
        {AWARD_LABEL_NAMES[label]}
      </Fact>
    </>
  );
}
