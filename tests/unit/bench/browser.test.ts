import { describe, expect, it } from 'vitest';
import { medianOf } from '@/tests/bench/audit-pages';
import { judge } from '@/tests/bench/goals';
import { writeReport } from '@/tests/bench/report';
import { type Audit, type AuditedPage, noResults, type PageWeight } from '@/tests/bench/results';
import { assetsIn, sumOf } from '@/tests/bench/weigh-page';

const SITE = 'http://site.example';
const html = `<link rel="stylesheet" href="/a.css"/><link rel="preload" as="script" href="/b.js?v=1&amp;w=2"/>
  <link rel="icon" href="/icon.svg"/><script src="/b.js?v=1&amp;w=2" async=""></script>
  <script src="/old.js" noModule=""></script><script>inline()</script>`;

describe('the weight of a page', () => {
  it('counts scripts and styles once, without the polyfills', () => {
    expect(assetsIn(html)).toEqual(['/a.css', '/b.js?v=1&w=2']);
  });

  it('is told by kind, and apart when a script of the page asked for it', () => {
    const fetched = [
      { address: `${SITE}/`, kind: 'document', bytes: 9 },
      { address: `${SITE}/a.css`, kind: 'stylesheet', bytes: 80 },
      { address: `${SITE}/b.js`, kind: 'script', bytes: 700 },
      { address: `${SITE}/map.js`, kind: 'script', bytes: 6_000 },
      { address: `${SITE}/map.css`, kind: 'stylesheet', bytes: 50_000 },
      { address: `${SITE}/a.woff2`, kind: 'font', bytes: 400_000 },
      { address: `${SITE}/ground.svg`, kind: 'image', bytes: 3_000_000 },
      { address: `${SITE}/api/v1/carte`, kind: 'fetch', bytes: 3_000_000 },
    ];
    expect(sumOf(fetched, [`${SITE}/a.css`, `${SITE}/b.js`])).toEqual({
      html: 9,
      style: 80,
      script: 700,
      later: 56_000,
      font: 400_000,
      other: 6_000_000,
    });
  });
});

const weight = (page: AuditedPage, change: Partial<PageWeight> = {}): PageWeight => ({
  page,
  html: 8_000,
  script: 4_000,
  style: 13_000,
  font: 60_000,
  later: 0,
  other: 0,
  ...change,
});
const audit = (page: AuditedPage, performance: number, change: Partial<Audit> = {}): Audit => ({
  page,
  performance,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
  lcpMs: 1_500,
  cls: 0,
  ...change,
});
const missed = (given: { weights?: PageWeight[]; audits?: Audit[] }) =>
  judge({ ...noResults(), ...given })
    .filter(({ kept }) => !kept)
    .map(({ sentence, value }) => `${sentence} — ${value}`);

describe('the goals of weight', () => {
  it('are kept up to the last byte', () => {
    const home = weight('accueil', { html: 14_000 });
    const directory = weight('annuaire', { html: 90_000, script: 120_000, style: 20_000, later: 60_000 });
    expect(missed({ weights: [home, directory, weight('fiche', { other: 35_000 }), weight('région')] })).toEqual([]);
  });

  it.each([
    ['script', 'région', { script: 4_001 }, 'JavaScript d’une page de lecture'],
    ['script that comes later', 'région', { later: 1 }, 'JavaScript d’une page de lecture'],
    ['style', 'accueil', { style: 13_001 }, 'CSS d’une page de lecture'],
    ['HTML', 'région', { html: 8_001 }, 'HTML d’une page de lecture'],
    ['HTML of the home page', 'accueil', { html: 14_001 }, 'HTML de l’accueil'],
    ['font', 'région', { font: 60_001 }, 'Caractères d’une page'],
    ['script of the directory', 'annuaire', { script: 127_001 }, 'JavaScript et CSS de l’annuaire avant la carte'],
    ['script of its map', 'annuaire', { later: 60_001 }, 'JavaScript et CSS de la carte'],
    ['record with its map', 'fiche', { other: 35_001 }, 'Une fiche et sa carte'],
  ] as const)('are missed by one byte: %s', (_, page, change, sentence) => {
    expect(missed({ weights: [weight(page, change)] })).toEqual([expect.stringContaining(sentence)]);
  });

  it('tell the heaviest page, and nothing of what was not weighed', () => {
    const weights = [weight('fiche', { font: 61_000 }), weight('accueil', { font: 75_000 })];
    expect(missed({ weights })).toEqual(['Caractères d’une page : au plus 60 ko — 75,0 ko (accueil)']);
    expect(missed({ weights: [] })).toEqual([]);
  });
});

describe('the goals of Lighthouse', () => {
  const empties = [audit('page vide de lecture', 99), audit('page vide vivante', 75)];

  it('hold a page that is read to three points below an empty one, the directory to four below its own', () => {
    const near = [audit('accueil', 96), audit('fiche', 99), audit('annuaire', 71)];
    expect(missed({ audits: [...near, ...empties] })).toEqual([]);
    const far = [audit('accueil', 95), audit('annuaire', 70)];
    expect(missed({ audits: [...far, ...empties] })).toEqual([
      'Lighthouse mobile, accueil, performance : au plus 3 points sous la page vide de lecture — 95 pour 99',
      'Lighthouse mobile, annuaire, performance : au plus 4 points sous la page vide vivante — 70 pour 75',
    ]);
  });

  it('allow nothing elsewhere, but to an empty page, which is a yardstick alone', () => {
    const audits = [
      audit('région', 99, { seo: 99 }),
      audit('page vide de lecture', 99, { seo: 60, accessibility: 60 }),
    ];
    expect(missed({ audits })).toEqual(['Lighthouse mobile, région, seo : 100 — 99']);
  });

  it('are missed without the empty page', () => {
    expect(missed({ audits: [audit('fiche', 100)] })).toHaveLength(1);
  });

  it('are about the median of each measure', () => {
    const runs = [
      audit('fiche', 90, { cls: 0.2 }),
      audit('fiche', 99, { lcpMs: 900 }),
      audit('fiche', 95, { lcpMs: 2_000 }),
    ];
    expect(medianOf('fiche', runs)).toEqual(audit('fiche', 95));
  });
});

describe('the report', () => {
  it('tells what the pages weigh, how soon they are painted and how little they move', () => {
    const report = writeReport({ ...noResults(), weights: [weight('fiche')], audits: [audit('fiche', 97)] }, [], 1);
    expect(report).toContain('Lighthouse mobile, fiche — 97 en performance, LCP 1,5 s, CLS 0');
    expect(report).toContain('| fiche | 8 | 4 | 13 | 60 | 0 | 0 | 85 |');
  });
});
