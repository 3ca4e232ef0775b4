import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { FileLink } from '@/components/office/file-link';

const shown = (total: number) =>
  renderToStaticMarkup(<FileLink href="/export" total={total} remedy="resserrez les dates" />);

it('the link to a file says when the file does not hold the whole view, and how to have the rest', () => {
  expect(shown(0)).toBe('');
  expect(shown(50_000)).toContain('Télécharger en CSV');
  expect(shown(50_000)).not.toContain('s’arrête');
  expect(shown(50_001).replaceAll(/[\u00A0\u202F]/g, ' ')).toContain(
    'Le fichier s’arrête aux 50 000 premières lignes : resserrez les dates.',
  );
});
