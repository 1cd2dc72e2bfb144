// One day by quarter hours: curves, totals, emissions, and how good the data is.
import { LitElement, html, nothing } from 'lit';
import { go, link, read, same } from './address.js';
import { sitePath } from './api.js';
import { choose } from './chart.js';
import { curveLegend, dayCurve, dayTable, meanKilowatts, quarterTime, SERIES } from './day-curve.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { carbon, energy, kilowattHours, percent, power, words } from './numbers.js';
import { empty, failure, figure, outdated, skeleton, tile } from './parts.js';
import { completeness, flagKind, flagName } from './quality.js';
import { Remote } from './remote.js';
import { dateInWords, localDate, plusDays } from './time.js';

const ALL = SERIES.map(({ key }) => key);
const AGAIN_EVERY_SECONDS = 15;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

class Day extends LitElement {
  static properties = { site: { attribute: false }, look: {} };

  #day = new Remote(this);

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    const date = this.#date();
    if (date) {
      this.#day.want(sitePath(this.site.id, 'days', date), AGAIN_EVERY_SECONDS);
    }
  }

  render() {
    const date = this.#date();
    if (!date) {
      return empty(t('empty.now.title'), t('empty.now.text'));
    }
    return html`${this.#toolbar(date)} ${this.#content(date)}`;
  }

  #toolbar(date) {
    const last = this.#lastDate();
    const atEnd = last !== null && date >= last;
    return html`<div class="toolbar">
      <h1>${dateInWords(date)}</h1>
      <div class="steps" role="group" aria-label=${t('day.choose')}>
        <a class="button square" href=${same({ date: plusDays(date, -1), at: null })} aria-label=${t('day.previous')}
          title=${t('day.previous')}>${icon('left')}</a>
        <input type="date" .value=${date} max=${last ?? nothing} aria-label=${t('day.date')}
          @change=${(event) => this.#chosen(event)}>
        ${atEnd
          ? html`<span class="button square off" aria-hidden="true">${icon('right')}</span>`
          : html`<a class="button square" href=${same({ date: plusDays(date, 1), at: null })}
              aria-label=${t('day.next')} title=${t('day.next')}>${icon('right')}</a>`}
        ${last ? html`<a class="button" href=${same({ date: null, at: null })}>${t('day.latest')}</a>` : nothing}
        <a class="button" href=${link('year', { year: date.slice(0, 4), month: date.slice(0, 7) })}>${t('day.to-year')}</a>
      </div></div>`;
  }

  #content(date) {
    const remote = this.#day;
    if (!remote.value) {
      if (remote.state !== 'failed') {
        return skeleton(3);
      }
      return remote.error.status === 404
        ? empty(t('empty.day.title'), t('empty.day.text', { date: dateInWords(date) }))
        : failure(remote.error, () => remote.again());
    }
    const day = remote.value;
    if (!day.quality.some(Boolean)) {
      return empty(t('empty.day.title'), t('empty.day.text', { date: dateInWords(date) }));
    }
    const selected = selectedIndex(day);
    return html`${outdated(remote)}
      <div class="day-layout">
        <div class="tiles six">${totals(day)}</div>
        <section class="card">
          <h2>${t('day.chart')} <small>${t('day.chart.note')}</small></h2>
          <zf-chart name="day" size="tall" unit="kW" pickable .data=${day}
            .label=${t('day.chart.label', { date: dateInWords(date) })}
            .legend=${curveLegend(ALL, day)} .table=${dayTable(day)}
            .option=${(colours, width, hidden) =>
              dayCurve(day, { colours, width, hidden, only: ALL, strip: true, selected })}
            @pick=${({ detail }) => choose({ at: quarterTimeKey(day, detail.index) })}></zf-chart>
          ${qualityLine(day)}
        </section>
        ${quarterPanel(day, selected)}
      </div>`;
  }

  #chosen(event) {
    if (DATE.test(event.target.value)) {
      go(same({ date: event.target.value, at: null }));
    }
  }

  #date() {
    const { date } = read();
    return DATE.test(date ?? '') ? date : this.#lastDate();
  }

  #lastDate() {
    const last = this.site.lastInterval;
    return last ? localDate(last, this.site.zone) : null;
  }
}

function totals({ totals: sums, emissions }) {
  return [
    tile({ label: t('energy.load'), figure: energy(sums.loadWh), tone: 'load', note: t('day.load.note') }),
    tile({ label: t('energy.pv'), figure: energy(sums.pvWh), tone: 'solar',
      note: t('day.pv.note', { share: words(percent(sums.selfConsumption)) }) }),
    tile({ label: t('energy.self-use'), figure: energy(sums.selfUseWh), tone: 'self', share: sums.selfSufficiency,
      note: t('day.self.note', { share: words(percent(sums.selfSufficiency)) }) }),
    tile({ label: t('energy.import'), figure: energy(sums.importWh), tone: 'grid',
      note: t('day.export.note', { energy: words(energy(sums.exportWh)) }) }),
    tile({ label: t('emissions.location'), figure: carbon(emissions?.locationKg), tone: 'carbon',
      note: t('emissions.location.note') }),
    tile({ label: t('emissions.market'), figure: carbon(emissions?.marketKg), tone: 'market',
      note: t('emissions.market.note') }),
  ];
}

function qualityLine({ complete }) {
  const { share, note } = completeness(complete);
  return html`<p class="quality-line">${t('quality.line')} <strong>${words(percent(share))}</strong>
    ${t('quality.measured-word')} \u00b7 ${note}</p>`;
}

function quarterPanel(day, selected) {
  if (selected === null) {
    return html`<section class="card quarter hint"><p>${t('day.pick')}
      <a class="button small" href=${same({ at: quarterTimeKey(day, middle(day)) })}>${t('day.pick.noon')}</a></p></section>`;
  }
  const kind = flagKind(day.quality[selected]);
  const step = (index) => same({ at: quarterTimeKey(day, index) });
  return html`<section class="card quarter" aria-live="polite">
    <div class="quarter-head">
      <h2>${quarterTime(day, selected)} \u2013 ${quarterTime(day, selected + 1)}</h2>
      <span class="badge quality-${kind}">${flagName(day.quality[selected])}</span>
      <span class="steps">
        ${selected > 0 ? html`<a class="button square small" href=${step(selected - 1)} aria-label=${t('day.quarter.previous')}>${icon('left')}</a>` : nothing}
        ${selected < day.count - 1 ? html`<a class="button square small" href=${step(selected + 1)} aria-label=${t('day.quarter.next')}>${icon('right')}</a>` : nothing}
        <a class="button small" href=${same({ at: null })}>${t('day.quarter.close')}</a>
      </span>
    </div>
    <dl class="quarter-values">${SERIES.map(({ key, name, tone }) => {
      const wattHours = day.series[key]?.[selected];
      return html`<div><dt><span class="swatch block tone-${tone}"></span>${t(name)}</dt>
        <dd>${figure(kilowattHours(wattHours))}<small>${words(power(meanKilowatts(wattHours, day.stepSeconds)))}</small></dd></div>`;
    })}</dl></section>`;
}

/** The chosen quarter hour stands in the address as the epoch second of its start: clear on days of 25 hours. */
function selectedIndex(day) {
  const index = (Number(read().at) * 1000 - day.start) / (day.stepSeconds * 1000);
  return Number.isInteger(index) && index >= 0 && index < day.count ? index : null;
}

function quarterTimeKey(day, index) {
  return day.start / 1000 + index * day.stepSeconds;
}

function middle(day) {
  return Math.floor(day.count / 2);
}

customElements.define('zf-day', Day);
