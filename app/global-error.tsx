'use client';

import { ErrorDigest } from '@/components/site/error-digest';
import { Button } from '@/components/ui/button';
import { atkinson, bricolage } from './fonts';
import './globals.css';

/** Stands in for the whole page when its frame itself failed, so it counts on nothing but the style sheet. */
export default function GlobalError({ error }: { error: unknown }) {
  return (
    <html lang="fr" className={`${bricolage.variable} ${atkinson.variable}`}>
      <body>
        <title>Erreur · Fabriques de territoire</title>
        <header className="masthead">
          <div className="wrap">
            <a className="brand" href="/">
              <b>Fabriques de territoire</b>
            </a>
          </div>
        </header>
        <main>
          <div className="wrap">
            <div className="page-head">
              <h1>Le site n’a pas pu répondre</h1>
              <p className="lead">L’erreur vient du site, pas de vous. Rechargez la page dans un instant.</p>
            </div>
            <Button look="full" onClick={() => window.location.reload()}>
              Recharger
            </Button>
            <ErrorDigest error={error} />
          </div>
        </main>
      </body>
    </html>
  );
}
