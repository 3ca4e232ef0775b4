import { shareFonts } from '@/components/site/share-fonts';
import { placeName } from '@/lib/geography/place-names';
import { getStructure } from '@/lib/structures/queries';
import type { StructureRecord } from '@/lib/structures/record';
import { toRecordWords } from '@/lib/structures/record-words';
import { placeSheet, signSvg, toImage } from './share-sheet';

export const alt = 'Nom, commune et territoire de la fabrique, et sa place sur la carte de France.';
export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';

/** A corrected name is seen the next day; the address of the picture does not change with it. */
const CACHE = 'public, max-age=86400';

const LONGEST_NAME = 140;

/**
 * The fonts hold Latin letters. Anything else is dropped, because the drawing program would ask another site for the
 * missing letters.
 */
const drawable = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[\u202F\u2009]/g, '\u00A0')
    .replaceAll(/[^\u0020-\u007E\u00A0-\u00FFŒœŸ–—‘’“”…€]/g, '');

const nameSize = ({ length }: string) => (length < 26 ? 84 : length < 50 ? 66 : length < 90 ? 50 : 40);

function Picture({ image, width, height }: { image: string; width: number; height: number }) {
  return <div style={{ width, height, backgroundImage: `url(${image})`, backgroundSize: `${width}px ${height}px` }} />;
}

function Words({ record, isAlone }: { record: StructureRecord; isAlone: boolean }) {
  const name = drawable(record.name).slice(0, LONGEST_NAME);
  const { kind, territory } = toRecordWords(record);
  const sign = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${signSvg(record.territory, 16, 16, 12)}</svg>`;
  const place = [...new Set([record.commune.name, record.department.name].map(placeName))].join(', ');
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
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ fontSize: 26, color: '#46536a', marginBottom: 22 }}>{drawable(kind)}</div>
        <div
          style={{
            fontFamily: 'Display',
            fontSize: nameSize(name),
            lineHeight: 1.06,
            letterSpacing: -1.5,
            maxWidth: isAlone ? 1080 : 560,
          }}
        >
          {name}
        </div>
        <div style={{ fontSize: 38, marginTop: 26 }}>{drawable(place)}</div>
        <div style={{ display: 'flex', alignItems: 'center', gap: 12, marginTop: 18, fontSize: 28, color: '#46536a' }}>
          <Picture image={toImage(sign)} width={30} height={30} />
          {drawable(territory)}
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
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        background: '#fbf8f2',
        color: '#1b2a41',
        fontFamily: 'Text',
      }}
    >
      <Words record={record} isAlone={sheet === null} />
      {sheet && (
        <div style={{ display: 'flex', alignItems: 'center', paddingRight: 48 }}>
          <div style={{ display: 'flex', border: '3px solid #1b2a41' }}>
            <Picture image={sheet} width={531} height={520} />
          </div>
        </div>
      )}
    </div>
  );
}

/** The picture that goes with a shared link; a record that is not public has none. */
export default async function ShareImage({ params }: { params: Promise<{ slug: string }> }) {
  const record = await getStructure((await params).slug);
  if (!record) return new Response(null, { status: 404 });
  // Loaded when a picture is asked for: the drawing program is heavy and no page needs it.
  const [{ ImageResponse }, sheet, loaded] = await Promise.all([import('next/og'), placeSheet(record), shareFonts()]);
  return new ImageResponse(<Card record={record} sheet={sheet} />, {
    ...size,
    fonts: loaded,
    headers: { 'cache-control': CACHE },
  });
}
