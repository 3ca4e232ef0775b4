import { headers } from 'next/headers';
import { getSettings } from '@/lib/env';
import { formatDate, todayInParis } from '@/lib/french/dates';
import { ADDRESS_HEADER } from '@/lib/http/incoming-headers';

/** Said anew at the moment of printing by components/enhancement. */
export async function PagePrintHead() {
  const asked = await headers();
  const address = asked.get(ADDRESS_HEADER) ?? '';
  return (
    <div className="print-only print-head">
      <b>Fabriques de territoire : l’annuaire et la carte</b>
      <span>
        <span data-print-address>{getSettings().siteUrl + address}</span> · imprimé le{' '}
        <span data-print-day>{formatDate(todayInParis())}</span>
      </span>
    </div>
  );
}
