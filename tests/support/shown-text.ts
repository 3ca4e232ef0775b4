const INLINE = /<\/?(?:a|abbr|b|bdi|cite|code|em|i|mark|s|small|span|strong|sub|sup|time|tspan|wbr)\b[^>]*>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0', '#x27': "'" };
const decode = (text: string) => text.replaceAll(/&(#x27|[a-z]+);/g, (whole, name) => ENTITIES[name] ?? whole);

const attributes = (html: string) =>
  [...html.matchAll(/ (?:aria-label|title|alt|placeholder|content)="([^"]*)"/g)].map(([, value]) => value ?? '');

function shownText(html: string): string[] {
  const page = html.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '').replaceAll(/<!--.*?-->/gs, '');
  const blocks = page.replaceAll(INLINE, '').split(/<[^>]*>/);
  return [...blocks, ...attributes(page)].map(decode).filter((text) => text.trim() !== '');
}

const WRONG = [/\p{L}'\p{L}/u, /[ \n][:;!?»](?!\/)/, /«(?! ?$)[^\u00A0\u202F]/, /"/];

export const badlySet = (html: string): string[] =>
  shownText(html).filter((text) => WRONG.some((rule) => rule.test(text)));
