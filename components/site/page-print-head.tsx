import { headers } from 'next/headers';
import { getSettings } from '@/lib/env';
import { formatDate, todayInParis } from '@/lib/french/dates';
import { PrintHead } from './print-head';

export async function PagePrintHead() {
  const asked = await headers();
  const address = asked.get('x-address') ?? asked.get('x-path') ?? '';
  return <PrintHead address={getSettings().siteUrl + address} today={formatDate(todayInParis())} />;
}
