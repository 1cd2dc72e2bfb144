// Pieces of ECharts options that several charts share.
import { number } from './numbers.js';

/** Grid lines without axis lines; the labels' text is made by `text`. */
export function valueAxis(colours, text = (value) => number(value, 2)) {
  return {
    type: 'value',
    axisLabel: { color: colours['ink-soft'], fontSize: colours.rem * 0.76, formatter: text },
    splitLine: { lineStyle: { color: colours.line } },
    splitNumber: 4,
  };
}

/** One label per category, none dropped silently; `shown(i)` says which carry text. */
export function categoryAxis(colours, names, shown = () => true) {
  return {
    type: 'category',
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: {
      color: colours['ink-soft'], fontSize: colours.rem * 0.76, interval: (i) => shown(i),
      hideOverlap: false, margin: colours.rem * 0.6,
    },
  };
}

/**
 * A tooltip built from elements, never from markup: names come from devices and are not trusted.
 * @param {(index: number) => {title: string, rows: {name: string, value: string, tone?: string}[]}} content
 */
export function tooltip(colours, content) {
  return {
    trigger: 'axis',
    confine: true,
    backgroundColor: colours.surface,
    borderColor: colours.line,
    padding: 0,
    axisPointer: { type: 'line', lineStyle: { color: colours['ink-soft'], type: 'dotted' } },
    formatter: (entries) => tooltipElement(content(entries[0].dataIndex)),
  };
}

function tooltipElement({ title, rows }) {
  const box = element('div', 'tip');
  box.append(element('div', 'tip-title', title));
  for (const row of rows) {
    const line = element('div', 'tip-row');
    line.append(element('span', `swatch block tone-${row.tone ?? 'none'}`));
    line.append(element('span', 'tip-name', row.name), element('span', 'tip-value', row.value));
    box.append(line);
  }
  return box;
}

function element(name, className, text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
