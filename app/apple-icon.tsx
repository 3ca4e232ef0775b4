import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ImageResponse } from 'next/og';

/** The same drawing as icon.svg, for the systems that only take PNG; drawn once, at build. */
export const dynamic = 'force-static';
export const size = { width: 180, height: 180 };
export const contentType = 'image/png';

export default async function AppleIcon() {
  const icon = await readFile(path.join(process.cwd(), 'app', 'icon.svg'));
  return new ImageResponse(
    <div
      style={{
        width: '100%',
        height: '100%',
        backgroundImage: `url(data:image/svg+xml;base64,${icon.toString('base64')})`,
        backgroundSize: '180px 180px',
      }}
    />,
    size,
  );
}
