import { aroundMe } from './around-me';
import { closeOnEscape } from './close-on-escape';
import { copying } from './copying';
import { printing } from './printing';
import { wayBack } from './way-back';

// What a page does once it is read, wired by attributes: bundled by next.config.ts, loaded by every page, in need of no framework.
for (const enhance of [printing, copying, aroundMe, closeOnEscape, wayBack]) enhance();

// Controls that act by this alone are shown from now on (app/styles/controls.css).
document.documentElement.dataset.enhanced = '';
