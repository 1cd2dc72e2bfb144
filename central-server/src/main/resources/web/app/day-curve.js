// The curve of a day: mean power per quarter hour, from the quarter hour's energy.
import { categoryAxis, tooltip, valueAxis } from './chart-parts.js';
import { t } from './i18n.js';
import { energy, number, power, words } from './numbers.js';
import { faint, hatch } from './palette.js';
import { flagKind, flagName } from './quality.js';
import { clock, minuteOfDay } from './time.js';

/** The day's series in the order of drawing and of tables. */
export const SERIES = [
  { key: 'selfUse', name: 'energy.self-use', swatch: 'area', tone: 'self' },
  { key: 'pv', name: 'energy.pv', swatch: 'line', tone: 'solar' },
  { key: 'load', name: 'energy.load', swatch: 'line', tone: 'load' },
  { key: 'import', name: 'energy.import', swatch: 'line', tone: 'grid' },
  { key: 'export', name: 'energy.export', swatch: 'dashed', tone: 'export' },
];

/** The local time at which a quarter hour begins. */
export function quarterTime(day, index) {
  return clock(day.start + index * day.stepSeconds * 1000, day.zone);
}

/** Mean power in kW of an interval's energy in Wh; null stays null. */
export function meanKilowatts(wattHours, stepSeconds) {
  return wattHours === null || wattHours === undefined ? null : (wattHours * 3.6) / stepSeconds;
}

/** Legend of some series, with the patterns that this day really has. */
export function curveLegend(keys, day) {
  const kinds = new Set(day.quality.map(flagKind));
  const shown = SERIES.filter(({ key }) => keys.includes(key))
    .map(({ key, name, swatch, tone }) => ({ key, name: t(name), swatch, tone }));
  const flags = ['estimated', 'missing'].filter((kind) => kinds.has(kind)).map((kind) => ({
    key: kind, swatch: 'hatched', tone: kind, fixed: true,
    name: kind === 'missing' ? t('quality.missing') : t('quality.estimated'),
  }));
  return [...shown, ...flags];
}

/** The same numbers as a table: kWh per quarter hour. */
export function dayTable(day) {
  return {
    columns: [t('day.time'), ...SERIES.map(({ name }) => `${t(name)} (kWh)`), t('quality.title')],
    rows: Array.from({ length: day.count }, (_, i) => i)
      .filter((i) => day.quality[i] || SERIES.some(({ key }) => day.series[key]?.[i] != null))
      .map((i) => [quarterTime(day, i),
        ...SERIES.map(({ key }) => kilowattHoursCell(day.series[key]?.[i])), flagName(day.quality[i])]),
  };
}

/**
 * The drawing. `strip` adds the band of data quality below; `selected` marks one quarter hour.
 * @param {{colours: object, width: number, hidden: (key: string) => boolean, only: string[],
 *     strip?: boolean, selected?: number|null}} how
 */
export function dayCurve(day, { colours, width, hidden, only, strip = false, selected = null }) {
  const { rem } = colours;
  const left = rem * 3.6;
  const names = Array.from({ length: day.count }, (_, i) => quarterTime(day, i));
  const shown = labelled(day, width);
  const curves = SERIES.filter(({ key }) => only.includes(key) && !hidden(key))
    .map((series) => curve(day, series, colours));
  const frame = { left, right: rem * 0.9, top: rem * 0.8 };
  const flat = { type: 'value', min: 0, max: 1, show: false };
  const option = {
    grid: [{ ...frame, bottom: strip ? rem * 3.4 : rem * 1.7, outerBoundsMode: 'none' }],
    xAxis: [categoryAxis(colours, names, shown)],
    yAxis: [{ ...valueAxis(colours, (value) => number(value)), min: 0 }, flat],
    tooltip: tooltip(colours, (i) => ({
      title: `${names[i]} \u2013 ${quarterTime(day, i + 1)} \u00b7 ${flagName(day.quality[i])}`,
      rows: SERIES.filter(({ key }) => only.includes(key)).map(({ key, name, tone }) => ({
        name: t(name), tone, value: words(power(rounded(meanKilowatts(day.series[key]?.[i], day.stepSeconds)))),
      })),
    })),
    series: [...shades(day, colours, selected), ...curves],
  };
  return strip ? withStrip(option, day, colours, { ...frame, names, flat }) : option;
}

function curve(day, { key, tone, swatch }, colours) {
  const area = swatch === 'area';
  return {
    type: 'line',
    data: (day.series[key] ?? []).map((wattHours) => meanKilowatts(wattHours, day.stepSeconds)),
    showSymbol: false,
    connectNulls: false,
    silent: true,
    z: area ? 2 : 3,
    lineStyle: { width: area ? 0 : 2.2, color: colours[tone], type: swatch === 'dashed' ? [6, 4] : 'solid' },
    itemStyle: { color: colours[tone] },
    areaStyle: area || key === 'pv' ? { color: faint(colours[tone], area ? 0.42 : 0.13) } : undefined,
    emphasis: { disabled: true },
  };
}

/** Patterns over the quarter hours that were not measured, and the mark of the chosen one. */
function shades(day, colours, selected) {
  const fills = {
    estimated: hatch(faint(colours.estimated, 0.35)),
    missing: hatch(faint(colours.missing, 0.55), faint(colours.missing, 0.08)),
  };
  const data = day.quality.map((flag, i) => {
    const fill = i === selected ? faint(colours.ink, 0.16) : fills[flagKind(flag)];
    return fill ? { value: 1, itemStyle: { color: fill } } : null;
  });
  return [{
    type: 'bar', yAxisIndex: 1, data, barWidth: '100%', silent: true, animation: false, z: 1,
    emphasis: { disabled: true },
  }];
}

function withStrip(option, day, colours, { left, right, names, flat }) {
  const { rem } = colours;
  const fills = {
    measured: colours.measured,
    estimated: hatch(colours.estimated, faint(colours.estimated, 0.25)),
    missing: hatch(colours.missing, faint(colours.missing, 0.2), 2.4),
  };
  const data = day.quality.map((flag) => {
    const fill = fills[flagKind(flag)];
    return fill ? { value: 1, itemStyle: { color: fill } } : null;
  });
  const grid = { left, right, height: rem * 0.8, bottom: rem * 0.5, outerBoundsMode: 'none' };
  return {
    ...option,
    grid: [...option.grid, grid],
    xAxis: [...option.xAxis, { type: 'category', data: names, gridIndex: 1, show: false }],
    yAxis: [...option.yAxis, { ...flat, gridIndex: 1 }],
    series: [...option.series, {
      type: 'bar', xAxisIndex: 1, yAxisIndex: 2, data, barWidth: '105%', silent: true, animation: false,
      emphasis: { disabled: true },
    }],
  };
}

/** Which quarter hours carry their time below the axis: whole hours, as many as fit. */
function labelled(day, widthRem) {
  const hours = widthRem > 46 ? 2 : widthRem > 28 ? 3 : 6;
  return (i) => {
    const minutes = minuteOfDay(day.start + i * day.stepSeconds * 1000, day.zone);
    return minutes % 60 === 0 && (minutes / 60) % hours === 0;
  };
}

function rounded(kilowatts) {
  return kilowatts === null ? null : Math.round(kilowatts * 10) / 10;
}

function kilowattHoursCell(wattHours) {
  return wattHours === null || wattHours === undefined ? energy(null).text : number(wattHours / 1000, 1, 1);
}
