'use client';

import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorDigest } from './error-digest';

type ErrorPageProps = { error: unknown; retry: () => void };

export function ErrorPage({ error, retry }: ErrorPageProps) {
  // The tab still bears the name of the page that failed.
  useEffect(() => {
    document.title = 'Erreur · Fabriques de territoire';
  }, []);
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Cette page n’a pas pu être préparée</h1>
        <p className="lead">L’erreur vient du site, pas de vous. Rien n’est perdu : l’adresse garde votre recherche.</p>
      </header>
      <div className="chips">
        <Button look="full" onClick={retry}>
          Réessayer
        </Button>
        <a href="/fabriques">Revenir à l’annuaire</a>
      </div>
      <ErrorDigest error={error} />
    </div>
  );
}
