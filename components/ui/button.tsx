import type { ComponentProps } from 'react';

export type ButtonLook = { look?: 'plain' | 'full' | 'ink'; small?: boolean };

const classes = ({ look = 'plain', small = false }: ButtonLook, className: string | undefined) =>
  ['btn', look !== 'plain' && `btn--${look}`, small && 'btn--s', className].filter(Boolean).join(' ');

/** One `look="full"` a screen: it is the thing to do here. */
export function Button({ look, small, className, type = 'button', ...rest }: ButtonLook & ComponentProps<'button'>) {
  return (
    <button type={type} className={classes({ ...(look && { look }), ...(small && { small }) }, className)} {...rest} />
  );
}

export function ButtonLink({ look, small, className, children, ...rest }: ButtonLook & ComponentProps<'a'>) {
  return (
    <a className={classes({ ...(look && { look }), ...(small && { small }) }, className)} {...rest}>
      {children}
    </a>
  );
}
