type WaveWords = {
  /** « la vague 1 », « les vagues 2 à 4 ». */
  the: string;
  /** « à la vague 1 », « aux vagues 2 à 4 ». */
  at: string;
  isPlural: boolean;
};

/** A number is not left alone at the start of a line. */
const together = (name: string) => name.replaceAll(' ', '\u00A0');

export function toWaveWords(shortLabel: string): WaveWords {
  if (shortLabel.startsWith('Vagues ')) {
    const name = together(`v${shortLabel.slice(1)}`);
    return { the: `les ${name}`, at: `aux ${name}`, isPlural: true };
  }
  const name = shortLabel.startsWith('Vague ')
    ? together(`v${shortLabel.slice(1)}`)
    : `vague «\u00A0${shortLabel}\u00A0»`;
  return { the: `la ${name}`, at: `à la ${name}`, isPlural: false };
}
