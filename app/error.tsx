'use client';

import type { ComponentProps } from 'react';
import { ErrorPage } from '@/components/site/error-page';

/** Where no frame is left around the page: the frame itself failed, or one outside the public pages. */
export default function FramelessError(props: ComponentProps<typeof ErrorPage>) {
  return (
    <main id="contenu">
      <ErrorPage {...props} />
    </main>
  );
}
