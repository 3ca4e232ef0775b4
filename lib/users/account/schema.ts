import { z } from 'zod';
import { givenPassword, newPassword } from '@/lib/auth/password-rule';

export const passwordForm = z
  .object({ currentPassword: givenPassword, password: newPassword, passwordAgain: z.string() })
  .refine(({ password, passwordAgain }) => password === passwordAgain, {
    path: ['passwordAgain'],
    message: 'Les deux saisies diffèrent.',
  })
  .refine(({ currentPassword, password }) => currentPassword !== password, {
    path: ['password'],
    message: 'C’est déjà votre mot de passe.',
  });

export const ownPasswordForm = z.object({ currentPassword: givenPassword });

export const codeForm = z.object({
  code: z
    .string('Saisissez le code à six chiffres.')
    .transform((code) => code.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Le code compte six chiffres.')),
});

export const nothing = z.object({});
