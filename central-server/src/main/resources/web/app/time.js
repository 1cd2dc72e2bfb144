// Times are shown in the site's zone, whatever the browser's zone is.
// Charts use category axes with labels made here: no chart library shifts an hour.
import { locale } from './i18n.js';

const formats = new Map();

/** @returns {string} `14:30` in the zone */
export function clock(milliseconds, zone) {
  return format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(milliseconds);
}

/** @returns {string} date and time of day in the zone */
export function moment(milliseconds, zone) {
  if (milliseconds === null || milliseconds === undefined) {
    return '\u2014';
  }
  return format(zone, {
    year: 'numeric', month: 'short', day: 'numeric',
    hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(milliseconds);
}

/** @returns {string} `yyyy-mm-dd`, the site's local date at that time */
export function localDate(milliseconds, zone) {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit',
  }).formatToParts(milliseconds);
  const part = (type) => parts.find((each) => each.type === type).value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** @returns {number} whole hour and minute of the zone's clock as minutes, 0 to 1439 */
export function minuteOfDay(milliseconds, zone) {
  const [hour, minute] = new Intl.DateTimeFormat('en', {
    timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(milliseconds).split(':').map(Number);
  return hour * 60 + minute;
}

/** The date some days later: pure calendar arithmetic, no zone is involved. */
export function plusDays(date, days) {
  const [year, month, day] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** @returns {string} a local date in words, with the day of the week */
export function dateInWords(date) {
  return format('UTC', { weekday: 'short', year: 'numeric', month: 'long', day: 'numeric' })
    .format(Date.parse(`${date}T00:00:00Z`));
}

/** @param {string} month `yyyy-mm` @param {'short'|'long'|'narrow'} width */
export function monthName(month, width = 'short') {
  return format('UTC', { month: width }).format(Date.parse(`${month}-01T00:00:00Z`));
}

/** @returns {string[]} all local dates of a month */
export function datesOf(month) {
  const [year, number] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);
}

/** @returns {number} 0 for Monday to 6 for Sunday */
export function weekday(date) {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Names of the days, Monday first (2024-01-01 was a Monday). */
export function weekdayNames() {
  return Array.from({ length: 7 }, (_, i) =>
    format('UTC', { weekday: 'narrow' }).format(Date.UTC(2024, 0, 1 + i)));
}

/** @returns {string} "5 minutes ago" in the reader's language */
export function ago(milliseconds, now) {
  const seconds = Math.round((milliseconds - now) / 1000);
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  for (const [unit, size] of [['day', 86400], ['hour', 3600], ['minute', 60]]) {
    if (Math.abs(seconds) >= size) {
      return relative.format(Math.round(seconds / size), unit);
    }
  }
  return relative.format(Math.min(seconds, 0), 'second');
}

function format(zone, options) {
  const key = `${locale()} ${zone} ${JSON.stringify(options)}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }));
  }
  return formats.get(key);
}
