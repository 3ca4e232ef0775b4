import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { getSettings } from '@/lib/env';
import { formatDate, todayInParis } from '@/lib/french/dates';
import { Footer, SOURCES } from './footer';
import { Masthead } from './masthead';
import { PrintHead } from './print-head';

/** What stands around every page but those of the back office. Reads no session. */
export async function PublicFrame({ children }: { children: ReactNode }) {
  const { siteUrl, contactEmail } = getSettings();
  const asked = await headers();
  const path = asked.get('x-path') ?? '';
  return (
    <>
      <PrintHead address={siteUrl + (asked.get('x-address') ?? path)} today={formatDate(todayInParis())} />
      <Masthead path={path} />
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
      <p className="print-only print-source">{SOURCES}</p>
      <Footer contactEmail={contactEmail} />
    </>
  );
}
