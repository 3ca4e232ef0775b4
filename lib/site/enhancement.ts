import { createHash } from 'node:crypto';
import { getEnhancement } from '@/lib/env';

export const ENHANCEMENT_PATH = '/enhancement.js';

/** Of the present program: another one has another address. The build alone has it (next.config.ts): elsewhere only the path is right. */
export const ENHANCEMENT_VERSION = createHash('sha256').update(getEnhancement()).digest('hex').slice(0, 16);

export const ENHANCEMENT_ADDRESS = `${ENHANCEMENT_PATH}?v=${ENHANCEMENT_VERSION}`;
