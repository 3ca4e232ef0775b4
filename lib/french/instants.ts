import { dayInParis, formatDate } from './dates';

const clock = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

/** « 9 h 05 », Paris time. */
export function timeInParis(instant: Date): string {
  const [hour = '', minute = ''] = clock.format(instant).split(':');
  return `${Number(hour)}\u00A0h\u00A0${minute}`;
}

export const formatInstant = (instant: Date): string => `${formatDate(dayInParis(instant))} à ${timeInParis(instant)}`;
