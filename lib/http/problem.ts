import { z } from 'zod';

/** Problem details (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Demande incomprise',
  403: 'Demande refusée',
  404: 'Introuvable',
  405: 'Méthode refusée',
  411: 'Longueur attendue',
  413: 'Demande trop longue',
  414: 'Adresse trop longue',
  417: 'Demande incomprise',
  503: 'Indisponible pour le moment',
};

export const PROBLEM = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('Une phrase pour qui la lit.'),
  parameters: z
    .array(z.string())
    .optional()
    .describe('Les clés qui n’ont pas été comprises, sans ce qu’elles disaient.'),
});
export type Problem = z.infer<typeof PROBLEM>;

export const toProblem = (status: number, detail: string, parameters?: string[]): Problem => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'Erreur du site',
  status,
  detail,
  ...(parameters && { parameters }),
});
