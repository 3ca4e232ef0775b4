/** What the data says when it cannot answer: problem details (RFC 9457), in French. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Short names of what went wrong, by status. */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Demande incomprise',
  403: 'Demande refusée',
  404: 'Introuvable',
  411: 'Longueur attendue',
  413: 'Demande trop longue',
  503: 'Indisponible pour le moment',
};

export type Problem = {
  type: 'about:blank';
  title: string;
  status: number;
  /** One sentence for whoever reads it. */
  detail: string;
  /** The keys that were not understood, without what they held. */
  parameters?: string[];
};

export const toProblem = (status: number, detail: string, parameters?: string[]): Problem => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'Erreur du site',
  status,
  detail,
  ...(parameters && { parameters }),
});
