// A year by months: what was saved, what was emitted, and by which factors.
import { LitElement, html, nothing } from 'lit';
import { link, read, same } from './address.js';
import { sitePath } from './api.js';
import { choose } from './chart.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { carbon, energy, gas, kilowattHours, percent, words } from './numbers.js';
import { bar, dataTable, empty, failure, figure, outdated, skeleton, tile } from './parts.js';
import { prefersStillness } from './preferences.js';
import { completeness } from './quality.js';
import { Remote } from './remote.js';
import { dateInWords, datesOf, localDate, monthName, weekday, weekdayNames } from './time.js';
import { SAVINGS, emissionsDrawing, energyDrawing, savingsDrawing, waterfallDrawing } from './year-charts.js';

const AGAIN_EVERY_SECONDS = 15;
/** A year that began less than this ago shows too little: the one before is shown first. */
const YOUNG_YEAR_DAYS = 31;
const DAY_MILLISECONDS = 86400000;
/** What a factor is used for, as the server names it. */
const USES = { 'scope2-location': 'factor.location', 'scope2-market': 'factor.market' };
/** How each figure is computed, as the server names it. */
const METHODS = {
  location: { name: 'emissions.location', text: 'method.location' },
  market: { name: 'emissions.market', text: 'method.market' },
  pvSelfUse: { name: 'savings.pv', text: 'method.pv' },
  greenPower: { name: 'savings.green', text: 'method.green' },
  efficiency: { name: 'savings.efficiency' }, // its text is that of the site's own measures
  loadShift: { name: 'savings.shift', text: 'method.shift' },
};

class Year extends LitElement {
  static properties = { site: { attribute: false }, look: {} };

  #year = new Remote(this);

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    const year = this.#chosen();
    if (year) {
      this.#year.want(sitePath(this.site.id, 'years', year), AGAIN_EVERY_SECONDS);
    }
  }

  render() {
    const year = this.#chosen();
    return year
      ? html`${this.#toolbar(year)} ${this.#content(year)}`
      : empty(t('empty.year.title'), t('empty.year.text'));
  }

  #toolbar(year) {
    const years = this.site.years ?? [];
    return html`<div class="toolbar"><h1>${t('year.title', { year })}</h1>
      <div class="steps" role="group" aria-label=${t('year.choose')}>${years.map((each) => html`
        <a class="button" href=${same({ year: each, month: null })}
          aria-current=${String(each) === year ? 'true' : nothing}>${each}</a>`)}</div></div>`;
  }

  #content(year) {
    const remote = this.#year;
    if (!remote.value) {
      if (remote.state !== 'failed') {
        return skeleton(4);
      }
      return remote.error.status === 404
        ? empty(t('empty.year.title'), t('empty.year.text'))
        : failure(remote.error, () => remote.again());
    }
    const data = remote.value;
    return html`${outdated(remote)}
      <div class="year-layout">
        ${this.#saved(year, data.totals)}
        ${this.#chart('steps', data, waterfallDrawing(data), ['year.waterfall', 'year.waterfall.note'], false)}
        <div class="tiles">${otherFigures(data)}</div>
        ${this.#chart('energy', data, energyDrawing(data), ['year.energy', 'year.energy.note'])}
        ${this.#chart('emissions', data, emissionsDrawing(data), ['year.emissions', 'year.emissions.note'])}
        ${this.#chart('savings', data, savingsDrawing(data), ['year.savings', 'year.savings.note'])}
        ${this.#monthPanel(data)}
        ${factorTable(data)}
      </div>`;
  }

  #saved(year, totals) {
    const { lastInterval, zone } = this.site;
    const running = Boolean(lastInterval) && localDate(lastInterval, zone).startsWith(year);
    return html`<section class="card saved">
      <h2>${running ? t('year.saved.to-date') : t('year.saved')}</h2>
      <p class="saved-figure">${icon('leaf')}${figure(carbon(totals.savedKg))}</p>
      <ul class="saved-parts">${SAVINGS.map(({ key, name, tone }) => html`<li>
        <span class="swatch block tone-${tone}"></span><span>${t(name)}</span>${figure(carbon(totals.savings?.[key]))}</li>`)}</ul>
      <p class="saved-energy">${icon('now')}<span>${t('year.efficiency')}<small>${t('year.efficiency.note')}</small></span>
        ${figure(kilowattHours(totals.efficiencyWh))}</p>
    </section>`;
  }

  #chart(name, data, drawing, [title, note], byMonth = true) {
    const label = t('year.chart.label', { title: t(title), year: data.year });
    return html`<section class="card"><h2>${t(title)} <small>${t(note)}</small></h2>
      <zf-chart name=${name} size=${name === 'savings' ? 'tall' : 'medium'} unit=${drawing.unit} ?pickable=${byMonth} .data=${data} .label=${label}
        .legend=${drawing.legend} .table=${drawing.table} .option=${drawing.option}
        @pick=${({ detail }) => this.#picked(data.months[detail.index]?.month)}></zf-chart></section>`;
  }

  #monthPanel({ months }) {
    const chosen = months.find(({ month }) => month === read().month) ?? months.at(-1);
    return html`<section class="card month" aria-live="polite">
      <h2>${t('year.days')} <small>${t('year.days.note')}</small></h2>
      <div class="month-choice" role="group" aria-label=${t('year.month')}>${months.map(({ month }) => html`
        <a class="button small" href=${same({ month })}
          aria-current=${month === chosen.month ? 'true' : nothing}>${monthName(month)}</a>`)}</div>
      ${chosen ? html`<div class="month-detail">${monthFigures(chosen)} ${this.#calendar(chosen.month)}</div>` : nothing}
    </section>`;
  }

  #picked(month) {
    choose({ month });
    this.querySelector('.month').scrollIntoView({ block: 'nearest', behavior: prefersStillness() ? 'auto' : 'smooth' });
  }

  #calendar(month) {
    const { firstInterval, lastInterval, zone } = this.site;
    const [first, last] = [firstInterval, lastInterval].map((at) => at && localDate(at, zone));
    const dates = datesOf(month);
    const blanks = Array.from({ length: weekday(dates[0]) }, () => html`<span></span>`);
    return html`<div class="calendar">
      ${weekdayNames().map((name) => html`<span class="calendar-head" aria-hidden="true">${name}</span>`)}${blanks}
      ${dates.map((date) => {
        const day = String(Number(date.slice(8)));
        const known = first && last && date >= first && date <= last;
        return known
          ? html`<a href=${link('day', { date })} aria-label=${dateInWords(date)}>${day}</a>`
          : html`<span class="off">${day}</span>`;
      })}</div>`;
  }

  #chosen() {
    const { year, month } = read();
    if (/^\d{4}$/.test(year ?? '')) {
      return year;
    }
    if (/^\d{4}-\d{2}$/.test(month ?? '')) {
      return month.slice(0, 4);
    }
    return this.#usualYear();
  }

  #usualYear() {
    const { years = [], lastInterval, zone } = this.site;
    const last = years.at(-1);
    if (!last) {
      return null;
    }
    const young = localDate((lastInterval ?? 0) - YOUNG_YEAR_DAYS * DAY_MILLISECONDS, zone) < `${last}-01-01`;
    return String(young && years.length > 1 ? years.at(-2) : last);
  }
}

function otherFigures({ totals, waterfall = [] }) {
  const reference = waterfall.find(({ step }) => step === 'reference')?.kg;
  const complete = completeness(totals.complete);
  return [
    tile({ label: t('year.reference'), figure: carbon(reference), tone: 'carbon', note: t('year.reference.note') }),
    tile({ label: t('emissions.location'), figure: carbon(totals.locationKg), tone: 'carbon', note: t('emissions.location.note') }),
    tile({ label: t('emissions.market'), figure: carbon(totals.marketKg), tone: 'market', note: t('emissions.market.note') }),
    tile({ label: t('energy.load'), figure: energy(totals.loadWh), tone: 'load', note: t('year.pv.note', { energy: words(energy(totals.pvWh)) }) }),
    tile({ label: t('year.shifted'), figure: energy(totals.loadShiftWh), tone: 'shift', note: t('year.shifted.note') }),
    tile({ label: t('year.green'), figure: energy(totals.greenPowerWh), tone: 'green', note: t('year.green.note') }),
    tile({ label: t('year.gas'), figure: gas(totals.gasL), tone: 'gas', note: t('year.gas.note') }),
    tile({ label: t('now.data'), figure: percent(complete.share), tone: 'data', share: complete.share, note: complete.note }),
  ];
}

function monthFigures(month) {
  const rows = [
    ['energy.load', energy(month.loadWh)], ['energy.import', energy(month.importWh)],
    ['energy.pv', energy(month.pvWh)], ['energy.self-use', energy(month.selfUseWh)],
    ['energy.export', energy(month.exportWh)], ['year.gas', gas(month.gasL)],
    ['emissions.location', carbon(month.locationKg)], ['emissions.market', carbon(month.marketKg)],
  ];
  const complete = completeness(month.complete);
  return html`<div class="month-figures"><h3>${monthName(month.month, 'long')}</h3>
    <dl>${rows.map(([key, shown]) => html`<div><dt>${t(key)}</dt><dd>${figure(shown)}</dd></div>`)}</dl>
    ${bar(complete.share)}<p class="quiet-note">${words(percent(complete.share))} ${t('quality.measured-word')} \u00b7 ${complete.note}</p></div>`;
}

function factorTable({ factors = [], methods = {} }) {
  const columns = ['factor.use', 'factor.value', 'factor.year', 'factor.source', 'factor.id'].map((key) => t(key));
  const rows = factors.map((factor) => [
    html`${USES[factor.use] ? t(USES[factor.use]) : factor.use}`,
    html`<span class="nowrap">${factor.group ? `${factor.group.leastKgPerKwh}\u2013${factor.group.mostKgPerKwh}` : factor.kgPerKwh} ${t('unit.kg-per-kwh')}</span>`,
    html`${factor.version} ${factor.provisional ? html`<span class="badge provisional">${t('factor.provisional')}</span>` : nothing}`,
    factor.source,
    html`<code>${factor.id}</code>`,
  ]);
  const texts = Object.entries(methods ?? {}).filter(([, text]) => typeof text === 'string');
  return html`<section class="card factors"><h2>${t('factor.title')} <small>${t('factor.note')}</small></h2>
    ${rows.length ? dataTable(t('factor.title'), columns, rows, 'stacked') : html`<p class="quiet-note">${t('factor.none')}</p>`}
    ${texts.length ? html`<h3>${t('factor.methods')}</h3><dl class="methods">${texts.map(([name, text]) =>
      html`<div><dt>${METHODS[name] ? t(METHODS[name].name) : name}</dt>
        <dd>${METHODS[name]?.text ? t(METHODS[name].text) : text}</dd></div>`)}</dl>` : nothing}
  </section>`;
}

customElements.define('zf-year', Year);
