import type { Page } from 'playwright/test';
import { expect, test } from '../support/site';

const PAGES = ['/fabriques?region=hauts-de-france', '/fabriques/la-condition-publique-roubaix', '/', '/a-propos'];

const mark = (where: string) => `document.documentElement.dataset.injected = '${where}'`;

/** As a fault in a page would let them be written there. */
const INJECTED = [
  `<script>${mark('inline')}</script>`,
  `<script nonce="">${mark('empty nonce')}</script>`,
  `<script type="module">${mark('module')}</script>`,
  `<script src="data:text/javascript,${encodeURIComponent(mark('data'))}"></script>`,
  `<img alt="" src="data:," onerror="${mark('attribute')}">`,
  `<iframe title="x" srcdoc="${`<script>parent.${mark('frame')}</script>`.replaceAll('"', '&quot;')}"></iframe>`,
];

async function injectInto(page: Page, address: string) {
  await page.route(
    (url) => url.pathname + url.search === address,
    async (route) => {
      const response = await route.fetch();
      const written = await response.text();
      const body = written.replace('</main>', `${INJECTED.join('')}</main>`);
      expect(body).not.toBe(written);
      const { 'content-encoding': _, 'content-length': __, ...headers } = response.headers();
      await route.fulfill({ status: response.status(), headers, body });
    },
  );
}

const ran = (page: Page) => page.evaluate(() => document.documentElement.dataset.injected);

async function countViolations(page: Page) {
  let count = 0;
  await page.exposeFunction('violated', () => {
    count += 1;
  });
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', () => window.violated())`);
  return () => count;
}

for (const address of PAGES) {
  test(`${address}, as it is stored, runs no script that someone wrote into it`, async ({ page, request }) => {
    for (let asked = 0; asked < 2; asked += 1) await request.get(address);
    const violations = await countViolations(page);
    await injectInto(page, address);
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect.poll(violations).toBeGreaterThanOrEqual(INJECTED.length);
    expect(await ran(page)).toBeUndefined();
  });

  test(`${address}, as it is stored, runs no script that another one puts into it`, async ({ page, request }) => {
    for (let asked = 0; asked < 2; asked += 1) await request.get(address);
    const violations = await countViolations(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate((code) => {
      const script = document.createElement('script');
      script.textContent = code;
      const button = document.createElement('button');
      button.setAttribute('onclick', code);
      document.body.append(script, button);
      button.click();
      const link = document.createElement('a');
      link.href = `javascript:${code}`;
      document.body.append(link);
      link.click();
    }, mark('by a script'));
    await expect.poll(violations).toBeGreaterThanOrEqual(3);
    expect(await ran(page)).toBeUndefined();
  });
}
