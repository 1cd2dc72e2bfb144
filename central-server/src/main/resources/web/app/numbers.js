// The one place that turns Wh, kW and kg into what a person reads.
// A figure is { text, unit, exact }: `exact` is the unrounded value for titles.
import { locale, t } from './i18n.js';

const MINUS = '\u2212';
const DASH = '\u2014';
const formats = new Map();

/**
 * @typedef {object} Figure
 * @property {string} text the number, rounded for reading
 * @property {string} unit
 * @property {string} exact number and unit, unrounded; empty when unknown
 */

/**
 * A number in the reader's language with a real minus sign; a dash when unknown.
 * @param {number} digits at most so many decimals @param {number} least at least so many
 */
export function number(value, digits = 0, least = 0) {
  if (value === null || value === undefined || Number.isNaN(Number(value))) {
    return DASH;
  }
  return format(digits, least).format(Number(value)).replace('-', MINUS);
}

/** @param {number|null|undefined} wattHours whole Wh @returns {Figure} */
export function energy(wattHours) {
  if (unknown(wattHours)) {
    return unknownFigure('kWh');
  }
  const [divisor, unit] = energyUnit(Math.abs(wattHours));
  const value = wattHours / divisor;
  const exact = `${number(wattHours / 1000, 3)} kWh`;
  return { text: number(value, digitsFor(value), digitsFor(value)), unit, exact };
}

/** Energy always in kWh, whole: for figures that are stated in kWh. @returns {Figure} */
export function kilowattHours(wattHours) {
  if (unknown(wattHours)) {
    return unknownFigure('kWh');
  }
  const exact = `${number(wattHours / 1000, 3)} kWh`;
  return { text: number(wattHours / 1000), unit: 'kWh', exact };
}

/** Divisor and unit that suit the largest of a chart's values. @returns {[number, string]} */
export function energyUnit(wattHours) {
  if (wattHours >= 1e10) {
    return [1e9, 'GWh'];
  }
  return wattHours >= 1e6 ? [1e6, 'MWh'] : [1e3, 'kWh'];
}

/** @param {number|null|undefined} kilowatts @returns {Figure} */
export function power(kilowatts) {
  if (unknown(kilowatts)) {
    return unknownFigure('kW');
  }
  // a plant's picture mixes hundreds and tens of thousands of kW: one unit lets a reader compare
  const large = Math.abs(kilowatts) >= 1e5;
  const value = large ? kilowatts / 1000 : kilowatts;
  const digits = large || Math.abs(value) < 10 ? digitsFor(value) : 0;
  return { text: number(value, digits, digits), unit: large ? 'MW' : 'kW', exact: `${number(kilowatts, 3)} kW` };
}

/**
 * @param {string|null|undefined} kilograms exact decimal text in kg CO2e
 * @returns {Figure}
 */
export function carbon(kilograms) {
  if (unknown(kilograms)) {
    return unknownFigure(t('unit.t'));
  }
  const value = Number(kilograms);
  const tonnes = Math.abs(value) >= 1000;
  const shown = tonnes ? value / 1000 : value;
  const digits = shown === 0 || Math.abs(shown) >= 100 ? 0 : 1;
  return {
    text: number(shown, digits, digits),
    unit: tonnes ? t('unit.t') : t('unit.kg'),
    exact: `${kilograms} ${t('unit.kg')}`,
  };
}

/** @param {number|null|undefined} litres at standard conditions @returns {Figure} in m³ */
export function gas(litres) {
  if (unknown(litres)) {
    return unknownFigure('m³');
  }
  return { text: number(litres / 1000), unit: 'm³', exact: `${number(litres / 1000, 3)} m³` };
}

/** @param {number|null|undefined} share 0 to 1 @returns {Figure} */
export function percent(share) {
  if (unknown(share)) {
    return unknownFigure('%');
  }
  const value = share * 100;
  // 99.97 % must not read as 100 %: nothing is complete that is not
  const digits = value > 99 && value < 100 ? 1 : 0;
  const shown = value > 99.9 && value < 100 ? 99.9 : value;
  return { text: number(shown, digits), unit: '%', exact: `${number(value, 2)} %` };
}

/** @param {Figure} figure @returns {string} number and unit, for sentences */
export function words(figure) {
  if (figure.unit === '%') {
    return figure.exact === '' ? figure.text : `${figure.text}%`;
  }
  return `${figure.text} ${figure.unit}`;
}

function unknown(value) {
  return value === null || value === undefined || value === '' || Number.isNaN(Number(value));
}

function unknownFigure(unit) {
  return { text: DASH, unit, exact: '' };
}

function digitsFor(value) {
  const size = Math.abs(value);
  if (size === 0) {
    return 0;
  }
  return size < 10 ? 2 : size < 1000 ? 1 : 0;
}

function format(digits, least) {
  const key = `${locale()} ${digits} ${least}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(locale(), {
      maximumFractionDigits: digits, minimumFractionDigits: least,
    }));
  }
  return formats.get(key);
}
