import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { getSettings } from '@/lib/env';
import { PATH_HEADER } from '@/lib/http/incoming-headers';
import { Footer, SOURCES } from './footer';
import { Masthead } from './masthead';
import { PagePrintHead } from './page-print-head';

/** Reads no session. */
export async function PublicFrame({ children }: { children: ReactNode }) {
  const path = (await headers()).get(PATH_HEADER) ?? '';
  return (
    <>
      <PagePrintHead />
      <Masthead path={path} />
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
      <p className="print-only print-source">{SOURCES}</p>
      <Footer contactEmail={getSettings().contactEmail} />
    </>
  );
}
