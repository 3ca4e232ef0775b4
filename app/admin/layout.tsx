import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { signOut } from '@/app/connexion/actions';
import { OfficeBar } from '@/components/office/office-bar';
import { SecondFactorReminder } from '@/components/office/second-factor-reminder';
import { OFFICE_SECTIONS, officeState } from '@/components/office/sections';
import { PagePrintHead } from '@/components/site/page-print-head';
import { currentUser } from '@/lib/auth/current-user';
import type { SignedIn } from '@/lib/auth/session';
import { formatInteger } from '@/lib/french/numbers';
import { listRegions } from '@/lib/geography/queries';
import { PATH_HEADER } from '@/lib/http/incoming-headers';
import { holds } from '@/lib/permissions/policy';
import { countForOffice } from '@/lib/structures/office-list';
import { ROLE_LABELS, scopeWords } from '@/lib/users/labels';
import '@/app/office.css';

export const metadata: Metadata = {
  title: { default: 'Bureau', template: '%s · Bureau des Fabriques de territoire' },
  robots: { index: false, follow: false },
};

/** It guards nothing: each page does, and shows nothing before. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const who = await currentUser();
  if (!who) return <main id="contenu">{children}</main>;
  const path = (await headers()).get(PATH_HEADER) ?? '';
  const structures = holds(who, 'draft:read') ? await countForOffice(who.regionScope) : null;
  return (
    <div className="office">
      <PagePrintHead />
      <OfficeBar reach={await reachOf(who)} name={who.name} signOut={signOut} />
      <div className="office-body">
        <nav className="office-nav" aria-label="Bureau">
          <ul>
            {OFFICE_SECTIONS.filter(({ permission }) => holds(who, permission)).map(({ href, label, counts }) => (
              <li key={href}>
                <a href={href} aria-current={officeState(href, path)}>
                  {label}
                  {counts === 'structures' && structures !== null ? <b>{formatInteger(structures)}</b> : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="contenu" tabIndex={-1} className="office-main">
          {who.role === 'administrator' && !who.hasSecondFactor ? (
            <SecondFactorReminder isRequired={who.isSecondFactorMissing} />
          ) : null}
          {children}
        </main>
      </div>
    </div>
  );
}

async function reachOf({ role, regionScope }: SignedIn): Promise<string> {
  if (regionScope === null) return ROLE_LABELS[role];
  const regions = new Map((await listRegions()).map(({ code, name }) => [code, name]));
  return `${ROLE_LABELS[role]}, ${scopeWords(regionScope, regions)}`;
}
