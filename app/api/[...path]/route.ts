import { notFound } from '@/lib/api/route';

/** A program that asks for an address the API does not have is answered in JSON too, never with a page. */
export const GET = (): Response => notFound('Cette adresse n’existe pas dans l’API.');
