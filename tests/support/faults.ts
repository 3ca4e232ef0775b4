import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** Every rule on, nothing excluded. Without frames it is read in one go: axe would join its readings in another page. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(page.frames().length === 1)
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
}

/** Where nobody can scroll to it. The width of the document would not tell: `main` clips what overflows. */
export const beyondScreen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const look = (element: Element) => {
      const box = element.getBoundingClientRect();
      const { overflowX } = getComputedStyle(element);
      const isNamed = element.hasAttribute('aria-label') || element.querySelector(':scope > table > caption') !== null;
      // What only a screen reader meets is one pixel wide, and its words are clipped to it.
      const isUnseen = box.width <= 1 && box.height <= 1 && overflowX !== 'visible';
      const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      if (!isShown || isUnseen || element.matches('[aria-hidden=true], svg *')) return;
      const words = [...element.childNodes].flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return node.nodeType === Node.TEXT_NODE ? [...range.getClientRects()] : [];
      });
      const isBeyond = [box, ...words].some(
        ({ left, right, width: own, height }) => own > 1 && height > 1 && (right > width + 1 || left < -1),
      );
      const isScroller = /auto|scroll/.test(overflowX) && isNamed;
      if (isScroller ? box.right > width + 1 : isBeyond) {
        found.push(`${element.localName}.${element.className} ${(element.textContent ?? '').trim().slice(0, 40)}`);
      }
      if (!isScroller) for (const child of element.children) look(child);
    };
    look(document.body);
    return found;
  });
