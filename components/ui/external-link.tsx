import type { ComponentProps } from 'react';
import { siteName } from '@/lib/text/site-name';

type ExternalLinkProps = Omit<ComponentProps<'a'>, 'href' | 'rel'> & { href: string };

/** The page it opens learns nothing of this one and cannot steer it. */
export function ExternalLink({ href, children, ...rest }: ExternalLinkProps) {
  return (
    <a href={href} rel="external noopener noreferrer" {...rest}>
      {children ?? siteName(href)}
    </a>
  );
}
