import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ImageResponse } from 'next/og';
import { shareFonts } from '@/components/site/share-fonts';
import { ShareFrame } from '@/components/site/share-frame';
import { franceSheet } from '@/components/site/share-map';

/** Drawn once, at build: the picture says what the site is, not what it holds today. */
export const dynamic = 'force-static';
export const alt = 'Fabriques de territoire : l’annuaire et la carte. Carte de France et les trois signes du site.';
export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';

function Neatline({ upright = false }: { upright?: boolean }) {
  const box = upright ? { width: 10, flexDirection: 'column' as const } : { height: 10 };
  return (
    <div style={{ display: 'flex', ...box, border: '2px solid #1b2a41' }}>
      {Array.from({ length: 10 }, (_, index) => (
        <div key={index} style={{ flex: 1, background: index % 2 === 0 ? '#1b2a41' : '#fffdf9' }} />
      ))}
    </div>
  );
}

function Sheet({ drawing }: { drawing: string }) {
  const image = `url(data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')})`;
  return (
    <div style={{ display: 'flex', flexDirection: 'column' }}>
      <Neatline />
      <div style={{ display: 'flex' }}>
        <Neatline upright />
        <div style={{ width: 531, height: 520, backgroundImage: image, backgroundSize: '531px 520px' }} />
        <Neatline upright />
      </div>
      <Neatline />
    </div>
  );
}

const SIGNS = [
  { name: 'quartier prioritaire', drawing: <circle cx="16" cy="16" r="12" fill="#c8401f" /> },
  { name: 'rural', drawing: <path d="M16 1.2 30.8 16 16 30.8 1.2 16z" fill="#2f6b4f" /> },
  {
    name: 'non précisé',
    drawing: <circle cx="16" cy="16" r="10.4" fill="#fbf8f2" stroke="#5b6678" strokeWidth="4.8" />,
  },
];

function Signs() {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 12, fontSize: 26, color: '#46536a' }}>
      {SIGNS.map(({ name, drawing }) => (
        <div key={name} style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
          <svg width="28" height="28" viewBox="0 0 32 32">
            {drawing}
          </svg>
          {name}
        </div>
      ))}
    </div>
  );
}

export default async function ShareImage() {
  const sheet = franceSheet(await readFile(path.join(process.cwd(), 'public', 'carte', 'fonds.svg'), 'utf8'));
  return new ImageResponse(
    <ShareFrame>
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          flex: 1,
          padding: '64px 40px 58px 64px',
        }}
      >
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div style={{ fontFamily: 'Display', fontSize: 84, lineHeight: 1.02, letterSpacing: -2 }}>
            Fabriques de territoire
          </div>
          <div style={{ fontSize: 38, marginTop: 26, color: '#46536a' }}>l’annuaire et la carte</div>
        </div>
        <Signs />
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', justifyContent: 'center', paddingRight: 48 }}>
        <Sheet drawing={sheet} />
      </div>
    </ShareFrame>,
    { ...size, fonts: await shareFonts() },
  );
}
