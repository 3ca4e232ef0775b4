import { isDatabaseAvailable } from '@/lib/database/health';
import { freshJson, unavailable } from '@/lib/http/api';

/** For a load balancer: 200 while the program and its database answer. */
export const GET = async (): Promise<Response> =>
  (await isDatabaseAvailable().catch(() => false)) ? freshJson({ status: 'ok' }) : unavailable();
