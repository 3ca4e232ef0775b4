import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { authSecret } from '@/lib/env';

export const seal = (text: string): Promise<string> => symmetricEncrypt({ key: authSecret(), data: text });

/** Throws when the secret of the site is no longer the one that sealed. */
export const unseal = (sealed: string): Promise<string> => symmetricDecrypt({ key: authSecret(), data: sealed });
