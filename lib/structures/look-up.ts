import { DomainError } from '@/lib/errors';
import { degreesText } from '@/lib/fields/degrees-text';
import { ofPlace } from '@/lib/french/words';
import { getGeocoder } from '@/lib/geocoding/geocoder';
import type { Located } from '@/lib/geocoding/located';
import { communeWithCode, placeName } from '@/lib/geography/place-names';
import { logUnexpectedError } from '@/lib/http/error-log';
import { geocodedText, resolveCommune } from './resolve';

type Asked = {
  intention: 'adresse' | 'centre';
  commune: string;
  communeChoice?: string | undefined;
  address: string | null;
};

async function locate({ intention, address }: Asked, communeCode: string): Promise<Located | null> {
  try {
    return await getGeocoder()({ address: intention === 'adresse' ? address : null, communeCode });
  } catch (error) {
    logUnexpectedError(error);
    throw new DomainError('geocoder-away', 'address');
  }
}

function sentence(found: Located, { intention, address }: Asked, communeName: string): string {
  if (found.precision === 'address') return `Adresse trouvée (score ${degreesText(Number(found.score.toFixed(2)))}).`;
  const centre = `La position proposée est le centre ${ofPlace(placeName(communeName))}`;
  if (intention === 'centre') return `${centre}. Rien n’est encore enregistré.`;
  return address
    ? `L’adresse n’a pas été trouvée avec assez de certitude. ${centre}. Déplacez le point si vous savez où c’est.`
    : `Sans adresse à chercher, ${centre.replace(/^La/, 'la')}.`;
}

export async function lookUpPosition(asked: Asked): Promise<{ message: string; amend: Record<string, string> }> {
  const commune = await resolveCommune(asked.commune, asked.communeChoice);
  const found = await locate(asked, commune.code);
  if (!found) throw new DomainError('commune-without-centre', 'positionKind');
  return {
    message: sentence(found, asked, commune.name),
    amend: {
      commune: communeWithCode(commune),
      positionKind: found.precision,
      latitude: degreesText(found.latitude),
      longitude: degreesText(found.longitude),
      geocoded: await geocodedText(found),
    },
  };
}
