import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from '@/components/ui/breadcrumb';

type PageTitleProps = {
  title: string;
  crumbs?: readonly Crumb[];
  children?: ReactNode;
  lead?: ReactNode;
};

export function PageTitle({ title, crumbs, children, lead }: PageTitleProps) {
  return (
    <header className="office-title">
      {crumbs ? <Breadcrumb crumbs={crumbs} current={title} /> : null}
      <div>
        <h1>{title}</h1>
        {children}
      </div>
      {lead ? <p className="soft">{lead}</p> : null}
    </header>
  );
}
