import type { StructureRecord } from './record';

/** Coordinates only for a position at the address: the centre of a commune is not where the place is. */
export function toLinkedData(record: StructureRecord, pageUrl: string): Record<string, unknown> {
  const { address, postcode, longitude, latitude } = record;
  const hasOwnPosition = record.positionPrecision === 'address' && longitude !== null && latitude !== null;
  const postalAddress = {
    '@type': 'PostalAddress',
    ...(address && { streetAddress: address }),
    ...(postcode && { postalCode: postcode }),
    addressLocality: record.commune.name,
    addressRegion: record.region.name,
    addressCountry: 'FR',
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': pageUrl,
    url: pageUrl,
    name: record.name,
    ...(record.officialName && record.officialName !== record.name && { legalName: record.officialName }),
    ...(record.description && { description: record.description }),
    ...(record.website && { sameAs: record.website }),
    address: postalAddress,
    location: {
      '@type': 'Place',
      name: record.name,
      address: postalAddress,
      ...(hasOwnPosition && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    },
  };
}
