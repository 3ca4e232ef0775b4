import type { ComponentProps } from 'react';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { dayInParis } from '@/lib/french/dates';
import { Citation } from './citation';
import { Neighbours } from './neighbours';
import { SheetHead } from './sheet-head';
import { SheetList } from './sheet-list';
import { TerritorySheet } from './territory-sheet';

type TerritoryPageProps = ComponentProps<typeof TerritorySheet> & {
  siteUrl: string;
  path: string;
  code: string;
  within: ComponentProps<typeof Breadcrumb>['crumbs'];
  lead: string;
  /** With what tells it from another of the same name. */
  citedAs: string;
  regionSlug: string;
  neighbours: ComponentProps<typeof Neighbours>;
};

export function TerritoryPage(props: TerritoryPageProps) {
  const { siteUrl, path, code, within, lead, citedAs, regionSlug, neighbours, ...sheetProps } = props;
  const { name, filter, sheet } = sheetProps;
  return (
    <div className="wrap">
      <Breadcrumb crumbs={within} current={name} siteUrl={siteUrl} />
      <SheetHead code={code} title={name}>
        {lead}.
      </SheetHead>
      <TerritorySheet {...sheetProps} />
      <SheetList sheet={sheet} filter={filter} regionSlug={regionSlug} />
      <Citation
        title={citedAs}
        url={siteUrl + path}
        changedOn={sheet.lastChange && dayInParis(new Date(sheet.lastChange))}
      />
      <Neighbours {...neighbours} />
    </div>
  );
}
