import type { ComponentProps } from 'react';

type ExternalLinkProps = Omit<ComponentProps<'a'>, 'href' | 'rel'> & { href: string };

/** A link that leaves the site: the page it opens learns nothing of this one and cannot steer it. */
export function ExternalLink({ href, children, ...rest }: ExternalLinkProps) {
  return (
    <a href={href} rel="external noopener noreferrer" {...rest}>
      {children ?? siteName(href)}
    </a>
  );
}

/** « laconditionpublique.com »: the site of an address; an address that is none, as it is. */
export const siteName = (href: string): string =>
  URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') : href;
