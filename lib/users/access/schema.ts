import { z } from 'zod';
import { newPassword } from '@/lib/auth/password-rule';
import { emailAddress, personName } from '@/lib/users/schema';

const blank = z.literal('').transform(() => undefined);

const repeated = {
  path: ['passwordAgain'],
  message: 'Les deux saisies diffèrent.',
};

export const accessForm = z
  .object({
    token: z.string().regex(/^[\w-]{43}$/),
    name: blank.or(personName).optional(),
    email: blank.or(emailAddress).optional(),
    password: newPassword,
    passwordAgain: z.string(),
  })
  .refine(({ password, passwordAgain }) => password === passwordAgain, repeated);

export type AccessInput = z.infer<typeof accessForm>;
