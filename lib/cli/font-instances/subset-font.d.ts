declare module 'subset-font' {
  type Axis = number | { min: number; max: number };
  type Options = {
    targetFormat: 'woff2';
    keepFeatures: readonly string[];
    variationAxes: Record<string, Axis>;
  };
  /** The characters of `text` that the font has, in an instance of it. */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
