import type { ApiAnswer } from '@/lib/api/answers';
import { freshJson, unavailable } from '@/lib/api/route';
import { currentGeneration } from '@/lib/cache';
import { isDatabaseAvailable } from '@/lib/database/health';

/** For a load balancer. Without the notifications of the database the site answers rightly, and more slowly. */
export const GET = async (): Promise<Response> =>
  (await isDatabaseAvailable().catch(() => false))
    ? freshJson<ApiAnswer<'/api/sante'>>({
        status: 'ok',
        notifications: currentGeneration() === null ? 'absentes' : 'ok',
      })
    : unavailable();
