/** Widths of the display face as shares of its size, on the wide side: a line that is guessed too long is never cut. */
const SPACE = 0.26;
const letterWidth = (letter: string) => {
  if (/[\s.,;:!?’'|il()[\]-]/.test(letter)) return /\s/.test(letter) ? SPACE : 0.34;
  return /[\p{Lu}mwMW&@%€«»]/u.test(letter) ? 0.72 : 0.55;
};
const textWidth = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter) * size, 0);

/** Pixels. A word longer than the column has a line of its own. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : null;
    if (longer !== null && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

type Column = { width: number; height: number; lineHeight: number };

/** The greatest of the sizes (the greatest first) that fits; at the least one the text is cut with « … ». */
export function fitText(text: string, sizes: readonly number[], { width, height, lineHeight }: Column) {
  const tried = sizes.map((size) => ({ size, lines: wrapText(text, size, width) }));
  const fits = tried.find(
    ({ size, lines }) =>
      lines.length * size * lineHeight <= height && lines.every((line) => textWidth(line, size) <= width),
  );
  if (fits) return { ...fits, text };
  const size = sizes.at(-1) ?? 1;
  const room = Math.max(1, Math.floor(height / (size * lineHeight)));
  const lines = wrapText(text, size, width);
  if (lines.length <= room) return { size, lines, text };
  const kept = [...lines.slice(0, room - 1), `${lines[room - 1]?.slice(0, -1).trimEnd()}…`];
  return { size, lines: kept, text: kept.join(' ') };
}
