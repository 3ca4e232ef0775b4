import { freePort } from '@/lib/cli/port';
import { launch } from '../support/launcher';
import { listBuiltActions } from '../support/office-actions';
import { expect, openOffice, test } from '../support/office-site';
import { callAction, enter } from '../support/office-visitor';

const [ID, SLUG, NAME] = ['fabt-288', 'providenza-pieve', 'Providenza'];
const BEFORE = [4, 4, 4, true, 200];
const AFTER = [3, 3, 3, false, 404];

function seenOn(url: string) {
  const json = async (path: string) => (await fetch(`${url}/api/v1/${path}`)).json();
  const counted = async () => {
    const { region } = await json('facettes');
    return region.find(({ value }: { value: string }) => value === 'corse').count;
  };
  return Promise.all([
    json('structures?region=corse').then(({ total }) => total),
    counted(),
    json('carte?region=corse&bbox=5,40,12,45&zoom=7').then(({ total }) => total),
    fetch(`${url}/fabriques?region=corse`).then(async (answer) => (await answer.text()).includes(NAME)),
    fetch(`${url}/fabriques/${SLUG}`).then(({ status }) => status),
  ]);
}

test('what staff save is seen on the next load where they saved it, then on another instance, and still after a restart', async () => {
  const office = await openOffice();
  const start = async () => {
    const settings = { DATABASE_URL: office.pool.options.connectionString ?? '' };
    const site = launch({ port: await freePort(), settings });
    await site.ready;
    return site;
  };
  const other = await start();
  try {
    const cookie = await enter(office.url, (await office.addUser('administrator')).email);
    for (const url of [office.url, other.url, office.url, other.url]) expect(await seenOn(url)).toEqual(BEFORE);
    const archive = (await listBuiltActions()).get('app/admin/structures/[id]/actions.ts#archiveStructure') ?? '';
    const fields: [string, string][] = [
      ['id', ID],
      ['version', '1'],
    ];
    const { location } = await callAction(`${office.url}/admin/structures/${ID}`, archive, fields, { cookie });
    expect(location).toContain('fait=');
    expect(await seenOn(office.url)).toEqual(AFTER);
    await expect.poll(() => seenOn(other.url)).toEqual(AFTER);
    await other.stop();
    const restarted = await start();
    expect(await seenOn(restarted.url)).toEqual(AFTER);
    await restarted.stop();
  } finally {
    await other.stop();
    await office.close();
  }
});
