import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { getSettings } from '@/lib/env';
import { nonceOf } from '@/lib/http/answer-policy';
import { ENHANCEMENT_ADDRESS } from '@/lib/site/enhancement';
import { atkinson, bricolage } from './fonts';
import './globals.css';

/** Next makes every page when it is asked, the 404 too: its scripts carry the nonce of that answer. What is kept stands before it. */
export const dynamic = 'force-dynamic';

const DESCRIPTION =
  'Trouver les fabriques de territoire près de chez soi : lesquelles, où, retenues quand et avec quelle aide, source à l’appui.';

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(getSettings().siteUrl),
    title: { default: 'Fabriques de territoire : l’annuaire et la carte', template: '%s · Fabriques de territoire' },
    description: DESCRIPTION,
    applicationName: 'Fabriques de territoire',
    openGraph: { type: 'website', locale: 'fr_FR', siteName: 'Fabriques de territoire' },
    twitter: { card: 'summary_large_image' },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f2' },
    { media: '(prefers-color-scheme: dark)', color: '#121a27' },
  ],
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = nonceOf((await headers()).get('content-security-policy'));
  return (
    // Marked by the enhancement, before React comes or without it.
    <html lang="fr" className={`${bricolage.variable} ${atkinson.variable}`} suppressHydrationWarning>
      <body>
        <script type="module" src={ENHANCEMENT_ADDRESS} nonce={nonce} async />
        <a className="skip" href="#contenu">
          Aller au contenu
        </a>
        {children}
      </body>
    </html>
  );
}
