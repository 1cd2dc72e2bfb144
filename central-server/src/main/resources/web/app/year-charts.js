// The drawings of a year: energy, emissions, savings by month, and the savings as steps.
import { categoryAxis, tooltip, valueAxis } from './chart-parts.js';
import { t } from './i18n.js';
import { carbon, energy, energyUnit, number, percent, words } from './numbers.js';
import { faint, hatch } from './palette.js';
import { completeness } from './quality.js';
import { monthName } from './time.js';

/** Parts of a saving, in the order in which they are added up. */
export const SAVINGS = [
  { key: 'pvSelfUseKg', name: 'savings.pv', tone: 'solar' },
  { key: 'greenPowerKg', name: 'savings.green', tone: 'green' },
  { key: 'efficiencyKg', name: 'savings.efficiency', tone: 'efficiency' },
  { key: 'loadShiftKg', name: 'savings.shift', tone: 'shift' },
];
const ENERGY = [
  { key: 'importWh', name: 'energy.import', tone: 'grid', stack: 'load' },
  { key: 'selfUseWh', name: 'energy.self-use', tone: 'self', stack: 'load' },
  { key: 'exportWh', name: 'energy.export', tone: 'export', stack: 'load', down: true },
];
const EMISSIONS = [
  { key: 'locationKg', name: 'emissions.location', tone: 'load' },
  { key: 'marketKg', name: 'emissions.market', tone: 'market' },
];
/** A month with less than this share measured is drawn hatched. */
const WELL_MEASURED = 0.99;

/** @typedef {{legend: object[], table: object, option: Function, unit: string}} Drawing */

/** Energy by month: what came from the grid and the roof goes up, what left goes down. @returns {Drawing} */
export function energyDrawing({ months }) {
  const most = Math.max(0, ...months.map((month) => (month.importWh ?? 0) + (month.selfUseWh ?? 0)));
  const [divisor, unit] = energyUnit(most);
  return barDrawing(months, ENERGY, {
    unit, value: (month, key) => scaled(month[key], divisor), words: (month, key) => words(energy(month[key])),
  });
}

/** Scope 2 emissions by month by both methods. @returns {Drawing} */
export function emissionsDrawing({ months }) {
  return barDrawing(months, EMISSIONS, {
    unit: t('unit.t'), value: (month, key) => scaled(month[key], 1000),
    words: (month, key) => words(carbon(month[key])),
  });
}

/** Savings by month and part. @returns {Drawing} */
export function savingsDrawing({ months }) {
  const parts = SAVINGS.map((part) => ({ ...part, stack: 'saved' }));
  return barDrawing(months, parts, {
    unit: t('unit.t'), value: (month, key) => scaled(month.savings?.[key], 1000),
    words: (month, key) => words(carbon(month.savings?.[key])),
  });
}

/** The year's savings part by part up to the total that the server gives. @returns {Drawing} */
export function waterfallDrawing({ totals }) {
  const steps = SAVINGS.map((part) => ({ ...part, kilograms: totals.savings?.[part.key] ?? null }));
  const total = { name: 'savings.total', tone: 'ink', kilograms: totals.savedKg };
  const columns = [t('savings.part'), t('unit.t')];
  return {
    unit: t('unit.t'),
    legend: [],
    table: { columns, rows: [...steps, total].map((each) => [t(each.name), tonnes(each.kilograms)]) },
    option: (colours, width) => waterfall([...steps, total], colours, width),
  };
}

function barDrawing(months, parts, { unit, value, words: inWords }) {
  const legend = parts.map(({ key, name, tone }) => ({ key, name: t(name), swatch: 'block', tone }));
  const weak = months.map((month) => {
    const { share } = completeness(month.complete);
    return share !== null && share < WELL_MEASURED;
  });
  if (weak.some(Boolean)) {
    legend.push({ key: 'weak', name: t('quality.weak-month'), swatch: 'hatched', tone: 'load', fixed: true });
  }
  return {
    unit,
    legend,
    table: {
      columns: [t('year.month'), ...parts.map(({ name }) => `${t(name)} (${unit})`), t('quality.measured')],
      rows: months.map((month) => [monthName(month.month, 'long'),
        ...parts.map(({ key }) => number(value(month, key), 1, 1)),
        words(percent(completeness(month.complete).share))]),
    },
    option: (colours, width, hidden) => {
      const shown = parts.filter(({ key }) => !hidden(key));
      return {
        grid: { left: colours.rem * 3.6, right: colours.rem * 0.5, top: colours.rem * 0.8, bottom: colours.rem * 1.7, outerBoundsMode: 'none' },
        xAxis: categoryAxis(colours, monthLabels(months, width)),
        yAxis: valueAxis(colours),
        tooltip: {
          ...tooltip(colours, (i) => ({
            title: monthName(months[i].month, 'long'),
            rows: parts.map(({ key, name, tone }) => ({ name: t(name), tone, value: inWords(months[i], key) })),
          })),
          axisPointer: { type: 'shadow', shadowStyle: { color: faint(colours.ink, 0.06) } },
        },
        series: shown.map((part, i) => bars(part, months.map((month) => directed(value(month, part.key), part.down)), {
          colours, weak, topmost: isTopmost(shown, i),
        })),
      };
    },
  };
}

/** What flows the other way is drawn below the axis; texts keep the plain amount. */
function directed(value, down) {
  return down && value !== null ? -value : value;
}

function bars({ tone, stack, down }, values, { colours, weak, topmost }) {
  const radius = down ? [0, 0, 3, 3] : topmost ? [3, 3, 0, 0] : 0;
  const hatched = hatch(faint(colours.surface, 0.55), colours[tone], 2);
  return {
    type: 'bar', stack, barMaxWidth: colours.rem * 2.4, barGap: '12%', barCategoryGap: '32%',
    emphasis: { disabled: true },
    data: values.map((value, i) => ({
      value, itemStyle: { color: weak[i] ? hatched : colours[tone], borderRadius: radius },
    })),
  };
}

/** The part that ends its stack carries the round corners. */
function isTopmost(parts, index) {
  const { stack } = parts[index];
  return !stack || parts.slice(index + 1).every((part) => part.stack !== stack || part.down);
}

function waterfall(steps, colours, width) {
  const { rem } = colours;
  const narrow = width < 30;
  let reached = 0;
  const floors = steps.map((step, i) => {
    const floor = i === steps.length - 1 ? 0 : reached;
    reached = floor + (scaled(step.kilograms, 1000) ?? 0);
    return floor;
  });
  const names = steps.map((step) => t(step.name));
  return {
    grid: { left: rem * (narrow ? 3 : 3.6), right: rem * (narrow ? 0 : 0.5), top: rem * 1.8, bottom: rem * (narrow ? 3.6 : 2.6), outerBoundsMode: 'none' },
    xAxis: withWrappedLabels(categoryAxis(colours, names), (width - (narrow ? 3 : 4.1)) * rem / steps.length, narrow ? rem * 0.68 : rem * 0.76),
    yAxis: valueAxis(colours),
    tooltip: {
      ...tooltip(colours, (i) => ({
        title: names[i],
        rows: [{ name: t('savings.saved'), tone: steps[i].tone, value: words(carbon(steps[i].kilograms)) }],
      })),
      axisPointer: { type: 'none' },
    },
    series: [
      { type: 'bar', stack: 'steps', silent: true, itemStyle: { color: 'transparent' }, data: floors, emphasis: { disabled: true } },
      {
        type: 'bar', stack: 'steps', barCategoryGap: '34%', emphasis: { disabled: true },
        label: { show: true, position: 'top', color: colours.ink, fontWeight: 600, fontSize: rem * (narrow ? 0.72 : 0.85),
          formatter: ({ dataIndex }) => tonnes(steps[dataIndex].kilograms) },
        data: steps.map((step) => ({
          value: scaled(step.kilograms, 1000), itemStyle: { color: colours[step.tone], borderRadius: 3 },
        })),
      },
    ],
  };
}

function withWrappedLabels(axis, width, fontSize) {
  return { ...axis, axisLabel: { ...axis.axisLabel, width, fontSize, overflow: 'break', lineHeight: fontSize * 1.3 } };
}

function monthLabels(months, widthRem) {
  return months.map(({ month }) => (widthRem > 34 ? monthName(month) : String(Number(month.slice(5)))));
}

function scaled(value, divisor) {
  return value === null || value === undefined ? null : Number(value) / divisor;
}

function tonnes(kilograms) {
  const value = scaled(kilograms, 1000);
  return number(value, value !== null && Math.abs(value) < 100 ? 1 : 0);
}
