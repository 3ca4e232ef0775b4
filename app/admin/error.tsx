'use client';

import { ErrorDigest } from '@/components/site/error-digest';
import { Button } from '@/components/ui/button';

type OfficeErrorProps = { error: unknown; retry: () => void };

export default function OfficeError({ error, retry }: OfficeErrorProps) {
  return (
    <>
      <h1>Cette page n’a pas pu être préparée</h1>
      <p>L’erreur vient du site, pas de vous. Ce qui avait été enregistré le reste.</p>
      <div className="chips">
        <Button look="full" onClick={retry}>
          Réessayer
        </Button>
        <a href="/admin">Revenir au tableau de bord</a>
      </div>
      <ErrorDigest error={error} />
    </>
  );
}
