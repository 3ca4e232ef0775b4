import type { ComponentProps } from 'react';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { dayInParis } from '@/lib/french/dates';
import { Citation } from './citation';
import { Neighbours } from './neighbours';
import { SheetHead } from './sheet-head';
import { SheetList } from './sheet-list';
import { TerritorySheet } from './territory-sheet';

type TerritoryPageProps = ComponentProps<typeof TerritorySheet> & {
  /** Address of the page, absolute without its path. */
  siteUrl: string;
  path: string;
  /** The places that hold this one. */
  within: ComponentProps<typeof Breadcrumb>['crumbs'];
  lead: string;
  /** Its name, with what tells it from another of the same name. */
  citedAs: string;
  /** The région whose announcements the waves lead to. */
  regionSlug: string;
  neighbours: ComponentProps<typeof Neighbours>;
};

/** The sheet of a région or a département, from its head to its neighbours. */
export function TerritoryPage(props: TerritoryPageProps) {
  const { siteUrl, path, within, lead, citedAs, regionSlug, neighbours, ...sheetProps } = props;
  const { code, name, filter, sheet } = sheetProps;
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
