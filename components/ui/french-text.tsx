import { Fragment } from 'react';
import { formatDateWithPrecision, machineDate, type PreciseDate } from '@/lib/french/dates';
import { ordinalParts } from '@/lib/french/words';

export function Ordinal({ rank, gender }: { rank: number; gender: 'm' | 'f' }) {
  const { number, suffix } = ordinalParts(rank, gender);
  return (
    <Fragment>
      {number}
      <sup>{suffix}</sup>
    </Fragment>
  );
}

export function FrenchDate(precise: PreciseDate) {
  const text = formatDateWithPrecision(precise);
  const shown = text.startsWith('1er ') ? (
    <Fragment>
      1<sup>er</sup>
      {text.slice(3)}
    </Fragment>
  ) : (
    text
  );
  const machine = machineDate(precise);
  return machine ? <time dateTime={machine}>{shown}</time> : <span>{shown}</span>;
}
