// The live power flow: sun, grid and factory, with the factory's lines behind it.
// Width tells how much, arrows tell which way, and words say both.
import { LitElement, html, nothing, svg } from 'lit';
import { shape } from './icons.js';
import { number, power, words } from './numbers.js';
import { t } from './i18n.js';

/** A container narrower than this many rem gets the upright picture without the lines. */
const WIDE_REM = 38;
const MOST_LINES = 6;
const NODE = 58;
const FAN = 160;
/** Room for a line's name, in units of the drawing; letters are reckoned wide to be safe. */
const NAME_ROOM = 225;
const LATIN_WIDTH = 10;
const HAN_WIDTH = 16.5;
const LEAST_NAME_ROOM = 105;
/** Longer figures are set smaller, so that they stay inside their circle. */
const ROOMY_LETTERS = 5;

const WIDE = {
  box: [960, 420],
  sun: [110, 110], grid: [110, 312], factory: [490, 211],
  pv: 'M168 110 C320 110 300 199 432 199',
  import: 'M168 312 C320 312 300 223 432 223',
  export: 'M110 168 L110 254',
  pvAt: [305, 156], importAt: [305, 266], exportAt: [110, 209],
  pvTurn: 38, importTurn: -38, exportTurn: 90,
};
const TALL = {
  box: [360, 410],
  sun: [76, 98], grid: [284, 98], factory: [180, 306],
  pv: 'M76 156 C76 230 110 262 134 272',
  import: 'M284 156 C284 230 250 262 226 272',
  export: 'M134 98 L226 98',
  pvAt: [86, 216], importAt: [274, 216], exportAt: [180, 98],
  pvTurn: 66, importTurn: 114, exportTurn: 0,
};

class Flow extends LitElement {
  static properties = { now: { attribute: false }, wide: { state: true }, look: {} };

  #observer = new ResizeObserver(([entry]) => {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.wide = entry.contentRect.width / rem >= WIDE_REM;
  });

  constructor() {
    super();
    this.now = null;
    this.wide = true;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  render() {
    const flows = flowsOf(this.now);
    const at = this.wide ? WIDE : TALL;
    const lines = this.now?.lines ?? [];
    const [fullWidth, height] = at.box;
    const width = this.wide ? fullWidth - NAME_ROOM + namesWidth(lines) : fullWidth;
    const scale = Math.max(1, ...[flows.pvKw, flows.loadKw, flows.importKw].map((kw) => kw ?? 0));
    return html`<svg class="flow ${this.wide ? 'wide' : 'tall'}" viewBox="0 0 ${width} ${height}"
        role="img" aria-label=${sentence(flows)}>
      ${stream(at.pv, flows.pvToLoadKw, scale, 'solar', at.pvAt, at.pvTurn)}
      ${stream(at.export, flows.exportKw, scale, 'export', at.exportAt, at.exportTurn)}
      ${stream(at.import, flows.importKw, scale, 'grid', at.importAt, at.importTurn)}
      ${this.wide ? fan(lines, at.factory, scale) : nothing}
      ${node(at.sun, 'sun', 'solar', t('flow.sun'), flows.pvKw, t('flow.produces'), -NODE - 18)}
      ${gridNode(at.grid, flows, this.wide ? NODE + 30 : -NODE - 18)}
      ${node(at.factory, 'factory', 'load', t('flow.factory'), flows.loadKw, t('flow.uses'))}
    </svg>`;
  }
}

/**
 * The three streams between sun, grid and factory, from the four measured powers in kW.
 * What the sun gives goes to the factory except for what leaves to the grid.
 */
export function flowsOf(now) {
  const importKw = now?.gridImportKw ?? null;
  const exportKw = now?.gridExportKw ?? null;
  const pvKw = now?.pvKw ?? null;
  const loadKw = now?.loadKw ?? null;
  const pvToLoadKw = pvKw === null ? null : Math.max(0, pvKw - (exportKw ?? 0));
  return { importKw, exportKw, pvKw, loadKw, pvToLoadKw };
}

/** One sentence that says what the picture shows. */
export function sentence({ importKw, exportKw, pvKw, loadKw, pvToLoadKw }) {
  if (loadKw === null && pvKw === null && importKw === null) {
    return t('flow.said.unknown');
  }
  if ((exportKw ?? 0) >= 1) {
    return t('flow.said.export', { power: words(power(exportKw)) });
  }
  if ((pvKw ?? 0) >= 1 && (loadKw ?? 0) > 0) {
    return t('flow.said.mixed', { share: number((pvToLoadKw / loadKw) * 100) });
  }
  return importKw === null
    ? t('flow.said.unknown')
    : t('flow.said.grid', { power: words(power(importKw)) });
}

function stream(path, kw, scale, tone, [x, y], turn) {
  if (kw === null) {
    return svg`<path class="stream unknown" d=${path}/>`;
  }
  if (kw < 0.5) {
    return svg`<path class="stream still" d=${path}/>`;
  }
  const share = Math.min(1, kw / scale);
  const pace = share > 0.5 ? 'fast' : share > 0.15 ? 'steady' : 'slow';
  return svg`
    <path class="stream tone-${tone}" d=${path} stroke-width=${(4 + 16 * share).toFixed(1)}/>
    <path class="stream-drops ${pace} tone-${tone}" d=${path}/>
    <path class="arrow tone-${tone}" d="M-7 -9 9 0 -7 9z" transform="translate(${x} ${y}) rotate(${turn})"/>`;
}

function node([x, y], picture, tone, name, kw, verb, nameY = NODE + 30) {
  const { text, unit } = power(kw);
  return svg`<g class="node tone-${tone}" transform="translate(${x} ${y})">
    <circle class="halo" r=${NODE + 9}/><circle class="disc" r=${NODE}/>
    <g class="node-picture" transform="translate(-15 -45) scale(1.25)">${shape(picture)}</g>
    <text class="node-value ${text.length > ROOMY_LETTERS ? 'long' : ''}" y="9">${text} <tspan class="node-unit">${unit}</tspan></text>
    <text class="node-verb" y="29">${kw === null ? t('state.unknown') : verb}</text>
    <text class="node-name" y=${nameY}>${name}</text></g>`;
}

function gridNode(place, { importKw, exportKw }, nameY) {
  const exporting = (exportKw ?? 0) > (importKw ?? 0);
  return exporting
    ? node(place, 'grid', 'export', t('flow.grid'), exportKw, t('flow.receives'), nameY)
    : node(place, 'grid', 'grid', t('flow.grid'), importKw, t('flow.supplies'), nameY);
}

/** The factory's lines as a fan to the right, in the order in which they come. */
function fan(lines, [fromX, fromY], scale) {
  const known = lines.slice(0, MOST_LINES);
  const step = Math.min(64, 360 / Math.max(1, known.length));
  const top = fromY - ((known.length - 1) * step) / 2;
  return known.map((line, i) => {
    const y = top + i * step;
    const start = fromX + NODE;
    const path = `M${start} ${fromY} C${start + 110} ${fromY} ${start + 80} ${y} ${start + FAN} ${y}`;
    const figure = power(line.kw);
    return svg`
      ${stream(path, line.kw, scale, 'load', [start + FAN, y], 0)}
      <g class="leaf" transform="translate(${start + FAN + 22} ${y})">
        <text class="leaf-name" y="-4">${shortened(line.line)}<title>${line.line}</title></text>
        <text class="leaf-value" y="17">${words(figure)}</text></g>`;
  });
}

/** Room for the longest of the names; short ones leave the picture larger. */
function namesWidth(lines) {
  const widths = lines.slice(0, MOST_LINES)
    .map(({ line }) => [...line].reduce((sum, letter) => sum + letterWidth(letter), 0));
  return Math.min(NAME_ROOM, Math.max(LEAST_NAME_ROOM, ...widths));
}

function letterWidth(letter) {
  return letter > '\u2e80' ? HAN_WIDTH : LATIN_WIDTH;
}

function shortened(name) {
  let room = NAME_ROOM;
  let kept = '';
  for (const letter of name) {
    room -= letterWidth(letter);
    if (room < 0) {
      return `${kept.slice(0, -1)}\u2026`;
    }
    kept += letter;
  }
  return name;
}

customElements.define('zf-flow', Flow);
