import { shareFonts } from '@/components/site/share-fonts';
import { ShareFrame } from '@/components/site/share-frame';
import { getStructure } from '@/lib/structures/queries';
import type { StructureRecord } from '@/lib/structures/record';
import { toRecordWords } from '@/lib/structures/record-words';
import { toShownRecord } from '@/lib/structures/shown-record';
import { locatorMap, signSvg, toImage } from './share-sheet';
import { fitText, wrapText } from './share-text';

export const alt = 'Nom, commune et territoire de la fabrique.';
export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';

/** A corrected name is seen the next day; the address of the picture does not change with it. */
const CACHE = 'public, max-age=86400';

/** The fonts hold Latin letters; the drawing program would ask another site for the missing ones. */
const drawable = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[\u202F\u2009]/g, '\u00A0')
    .replaceAll(/[^\u0020-\u007E\u00A0-\u00FFŒœŸ–—‘’“”…€]/g, '');

/** Pixels. */
const COLUMN = { beside: 507, alone: 1080 };
const HEIGHT = 630 - 58 - 54;
const KIND = { size: 26, lineHeight: 1.2, below: 22 };
const WHERE = { sizes: [38, 32, 28], lineHeight: 1.15, above: 26, most: 90 };
const TERRITORY_HEIGHT = 18 + 36;
const FOOT_HEIGHT = 24 + 52;
const NAME = { sizes: [84, 74, 66, 58, 50, 44, 38, 34, 30], lineHeight: 1.06 };

function layOut(record: StructureRecord, width: number) {
  const words = toRecordWords(record);
  const [kind, territory] = [drawable(words.kind), drawable(words.territory)];
  const said = drawable([...new Set([record.commune.name, record.department.name])].join(', '));
  const where = fitText(said, WHERE.sizes, { width, height: WHERE.most, lineHeight: WHERE.lineHeight });
  const taken = [
    wrapText(kind, KIND.size, width).length * KIND.size * KIND.lineHeight + KIND.below,
    where.lines.length * where.size * WHERE.lineHeight + WHERE.above,
    TERRITORY_HEIGHT,
    FOOT_HEIGHT,
  ];
  const height = taken.reduce((room, part) => room - part, HEIGHT);
  const name = fitText(drawable(record.name), NAME.sizes, { width, height, lineHeight: NAME.lineHeight });
  return { kind, territory, where, name };
}

function Picture({ image, width, height }: { image: string; width: number; height: number }) {
  return <div style={{ width, height, backgroundImage: `url(${image})`, backgroundSize: `${width}px ${height}px` }} />;
}

function Words({ record, isAlone }: { record: StructureRecord; isAlone: boolean }) {
  const width = isAlone ? COLUMN.alone : COLUMN.beside;
  const { kind, territory, where, name } = layOut(record, width);
  const sign = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${signSvg(record.territory, 16, 16, 12)}</svg>`;
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        flex: 1,
        padding: '58px 44px 54px 64px',
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', width }}>
        <div style={{ fontSize: 26, color: '#46536a', marginBottom: KIND.below, lineHeight: KIND.lineHeight }}>
          {kind}
        </div>
        <div
          style={{
            fontFamily: 'Display',
            fontSize: name.size,
            lineHeight: NAME.lineHeight,
            letterSpacing: -name.size / 60,
          }}
        >
          {name.text}
        </div>
        <div style={{ fontSize: where.size, marginTop: WHERE.above, lineHeight: WHERE.lineHeight }}>{where.text}</div>
        <div style={{ display: 'flex', alignItems: 'center', gap: 12, marginTop: 18, fontSize: 28, color: '#46536a' }}>
          <Picture image={toImage(sign)} width={30} height={30} />
          {territory}
        </div>
      </div>
      <div style={{ fontSize: 24, color: '#46536a', borderTop: '3px solid #1b2a41', paddingTop: 18 }}>
        Fabriques de territoire : l’annuaire et la carte
      </div>
    </div>
  );
}

function Card({ record, sheet }: { record: StructureRecord; sheet: string | null }) {
  return (
    <ShareFrame>
      <Words record={record} isAlone={sheet === null} />
      {sheet && (
        <div style={{ display: 'flex', alignItems: 'center', paddingRight: 48 }}>
          <div style={{ display: 'flex', border: '3px solid #1b2a41' }}>
            <Picture image={sheet} width={531} height={520} />
          </div>
        </div>
      )}
    </ShareFrame>
  );
}

export default async function ShareImage({ params }: { params: Promise<{ slug: string }> }) {
  const record = await getStructure((await params).slug);
  if (!record) return new Response(null, { status: 404 });
  // Loaded when a picture is asked for: the drawing program is heavy and no page needs it.
  const [{ ImageResponse }, sheet, loaded] = await Promise.all([import('next/og'), locatorMap(record), shareFonts()]);
  return new ImageResponse(<Card record={toShownRecord(record)} sheet={sheet} />, {
    ...size,
    fonts: loaded,
    headers: { 'cache-control': CACHE },
  });
}
