import { describe, expect, it } from 'vitest';
import { parseMapRequest, readBbox } from '@/lib/directory/map-request';

const parse = (query: string) => parseMapRequest(new URLSearchParams(query));

describe('the box and zoom of a map request', () => {
  it('takes degrees with any decimals', () => {
    expect(parse('bbox=-5.123456789,41,9.5,51.1&zoom=6').view).toEqual({ box: [-5.123456789, 41, 9.5, 51.1], zoom: 6 });
  });

  it('cuts a box larger than the world to the world', () => {
    expect(readBbox('-500,-90,500,90')).toEqual([-180, -85, 180, 85]);
  });

  it.each([
    '1,2,3',
    '1,2,3,999',
    '4,1,3,2',
    '1,4,2,3',
    'NaN,1,2,3',
    'Infinity,1,2,3',
    ',,,',
    '',
    '1,2,3,4,5',
    '200,1,300,2',
  ])('refuses %s as a box', (text) => {
    expect(readBbox(text)).toBeNull();
  });

  it('names each parameter that is missing or wrong, once', () => {
    expect(parse('').ignored.map(({ key }) => key)).toEqual(['bbox', 'zoom']);
    expect(parse('bbox=1,2,3,4&zoom=NaN').ignored.map(({ key }) => key)).toEqual(['zoom']);
    expect(parse('bbox=1,2,3,4&bbox=1,2,3,4&zoom=3').ignored.map(({ key }) => key)).toEqual(['bbox']);
  });

  it.each(['-1', '21', '3.5', '', '1e1'])('refuses %s as a zoom', (zoom) => {
    expect(parse(`bbox=1,2,3,4&zoom=${zoom}`).view).toBeNull();
  });
});
