// A chart on a page: legend above in HTML, the drawing, and the same numbers as a table.
import { LitElement, html, nothing } from 'lit';
import { go, has, same, toggled } from './address.js';
import { icon } from './icons.js';
import { dataTable } from './parts.js';
import { palette } from './palette.js';
import { isDark, prefersStillness } from './preferences.js';
import { language, t } from './i18n.js';

let library = null;

/** The drawing library is large, so it comes after the first words of a page. */
function charts() {
  library ??= import('echarts');
  return library;
}

/**
 * Draws what `option(palette, width, hidden)` returns. Fires `pick` with the category's index.
 *
 * - `data`: what it draws; the same object means the same drawing
 * - `name`: the chart's word in the address (`table=` and `hide=`)
 * - `label`: one sentence for those who cannot see the drawing
 * - `legend`: `[{ key, name, swatch, tone, fixed }]`
 * - `table`: `{ columns, rows }`
 */
class Chart extends LitElement {
  static properties = {
    name: {}, label: {}, unit: {}, size: {}, pickable: { type: Boolean },
    data: { attribute: false }, option: { attribute: false }, legend: { attribute: false }, table: { attribute: false },
    failed: { state: true },
  };

  #drawing = null;
  #drawn = null;
  #look = '';
  #observer = new ResizeObserver(() => this.#resized());
  #frame = 0;

  constructor() {
    super();
    this.legend = [];
    this.size = 'medium';
    this.unit = '';
    this.failed = false;
    this.pickable = false;
  }

  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#release();
  }

  render() {
    const asTable = has('table', this.name);
    return html`
      <div class="chart-head">
        ${this.unit && !asTable ? html`<span class="chart-unit">${this.unit}</span>` : nothing}
        <ul class="legend">${asTable ? nothing : this.legend.map((entry) => this.#entry(entry))}</ul>
        <a class="button quiet small" role="button" href=${toggled('table', this.name)}>
          ${icon(asTable ? 'chart' : 'table')}<span>${asTable ? t('chart.as-chart') : t('chart.as-table')}</span></a>
      </div>
      ${asTable
        ? dataTable(this.label, this.table.columns, this.table.rows)
        : html`<div class="chart-box ${this.size} ${this.pickable ? 'pickable' : ''}" role="img"
            aria-label=${this.label}></div>`}
      ${this.failed ? html`<p class="strip warning">${t('chart.failed')}</p>` : nothing}`;
  }

  updated() {
    const box = this.querySelector('.chart-box');
    if (box === null) {
      this.#release();
    } else {
      void this.#draw(box);
    }
  }

  #entry({ key, name, swatch, tone, fixed }) {
    const mark = html`<span class="swatch ${swatch} tone-${tone}"></span>`;
    if (fixed) {
      return html`<li><span class="legend-entry">${mark}${name}</span></li>`;
    }
    const hidden = has('hide', key);
    return html`<li><button class="legend-entry" aria-pressed=${hidden ? 'false' : 'true'}
      @click=${() => go(toggled('hide', key), { replace: true })}>${mark}${name}</button></li>`;
  }

  async #draw(box) {
    try {
      const { init } = await charts();
      if (!box.isConnected) {
        return;
      }
      if (this.#drawing?.getDom() !== box) {
        this.#release();
        this.#drawing = init(box, null, { renderer: 'canvas' });
        this.#drawing.getZr().on('click', (event) => this.#picked(event));
        this.#observer.observe(box);
      }
      // live pages update every second; the drawing only when it would differ
      const look = `${window.location.search} ${language()} ${isDark()}`;
      if (this.#drawn !== this.data || this.#look !== look) {
        this.#paint();
        this.#look = look;
      }
    } catch (fault) {
      console.error(`chart ${this.name}: ${fault.message ?? fault}`);
      this.failed = true;
    }
  }

  #paint() {
    const colours = palette();
    const width = this.#drawing.getWidth() / colours.rem;
    const hidden = (key) => has('hide', key);
    // the first drawing moves gently; later ones must not twitch
    const animation = this.#drawn === null && !prefersStillness();
    this.#drawn = this.data;
    this.#drawing.setOption({
      animation,
      animationDuration: 500,
      textStyle: { fontFamily: colours.font, fontSize: colours.rem * 0.8, color: colours['ink-soft'] },
      ...this.option(colours, width, hidden),
    }, { notMerge: true });
  }

  #picked(event) {
    const point = [event.offsetX, event.offsetY];
    if (!this.pickable || !this.#drawing.containPixel({ gridIndex: 0 }, point)) {
      return;
    }
    const [index] = this.#drawing.convertFromPixel({ gridIndex: 0 }, point);
    this.dispatchEvent(new CustomEvent('pick', { detail: { index } }));
  }

  #resized() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (this.#drawing) {
        this.#drawing.resize();
        this.#paint();
      }
    });
  }

  #release() {
    this.#observer.disconnect();
    this.#drawing?.dispose();
    this.#drawing = null;
    this.#drawn = null;
  }
}

customElements.define('zf-chart', Chart);

/** Goes to the same page with another value, without a step in the browser's history. */
export function choose(changes) {
  go(same(changes), { replace: true });
}
