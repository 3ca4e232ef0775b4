import { decimals, type Goal } from './goals-of-rows';
import { type Audit, type AuditedPage, allOf, CATEGORIES, type PageWeight } from './results';

/** Those that are only read. */
const READ_PAGES: readonly AuditedPage[] = ['accueil', 'fiche', 'région'];
const LIVE_PAGE: AuditedPage = 'annuaire';

const kilobytes = (bytes: number) => `${decimals(bytes / 1000, 1)} ko`;

type Weighed = (weight: PageWeight) => number;
const scripts: Weighed = ({ script, later }) => script + later;

/** Of the heaviest of those pages. */
function heaviest(
  weights: readonly PageWeight[],
  pages: readonly AuditedPage[],
  weigh: Weighed,
  words: string,
  most: number,
) {
  const [worst] = weights.filter(({ page }) => pages.includes(page)).toSorted((a, b) => weigh(b) - weigh(a));
  if (!worst) return [];
  const bytes = weigh(worst);
  const value = `${kilobytes(bytes)} (${worst.page})`;
  return [{ sentence: `${words} : au plus ${most} ko`, value, kept: bytes <= most * 1000 }];
}

export const weightGoals = (weights: readonly PageWeight[]): Goal[] => [
  ...heaviest(weights, READ_PAGES, scripts, 'JavaScript d’une page de lecture, en brotli', 4),
  ...heaviest(weights, READ_PAGES, ({ style }) => style, 'CSS d’une page de lecture, en brotli', 13),
  ...heaviest(weights, ['fiche', 'région'], ({ html }) => html, 'HTML d’une page de lecture, en brotli', 8),
  ...heaviest(weights, ['accueil'], ({ html }) => html, 'HTML de l’accueil, en brotli', 14),
  ...heaviest(
    weights,
    [LIVE_PAGE],
    ({ script, style }) => script + style,
    'JavaScript et CSS de l’annuaire avant la carte, en brotli',
    140,
  ),
  ...heaviest(weights, [LIVE_PAGE], ({ later }) => later, 'JavaScript et CSS de la carte, en brotli', 60),
  ...heaviest(weights, [...READ_PAGES, LIVE_PAGE], ({ font }) => font, 'Caractères d’une page', 60),
  ...heaviest(weights, ['fiche'], allOf, 'Une fiche et sa carte, en tout', 120),
];

type Allowance = { empty: AuditedPage; points: number };
const allowanceOf = (page: AuditedPage): Allowance | null => {
  if (READ_PAGES.includes(page)) return { empty: 'page vide de lecture', points: 3 };
  return page === LIVE_PAGE ? { empty: 'page vide vivante', points: 4 } : null;
};

/** An empty page has no goal of its own: it says what this machine gives to any page of its kind. */
export const auditGoals = (audits: readonly Audit[]): Goal[] =>
  audits.flatMap((audit) => {
    const allowance = allowanceOf(audit.page);
    if (!allowance) return [];
    const { empty, points } = allowance;
    const yardstick = audits.find(({ page }) => page === empty)?.performance ?? Number.NaN;
    return CATEGORIES.map((category) => {
      const score = audit[category];
      const about = `Lighthouse mobile, ${audit.page}, ${category}`;
      return category === 'performance'
        ? {
            sentence: `${about} : au plus ${points} points sous la ${empty}`,
            value: `${score} pour ${yardstick}`,
            kept: score >= yardstick - points,
          }
        : { sentence: `${about} : 100`, value: String(score), kept: score >= 100 };
    });
  });
