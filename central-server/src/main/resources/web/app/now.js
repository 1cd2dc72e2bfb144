// First page: what the factory does at this moment, and how today goes.
import { LitElement, html, nothing } from 'lit';
import { link } from './address.js';
import { sitePath } from './api.js';
import { curveLegend, dayCurve, dayTable } from './day-curve.js';
import { flowsOf, sentence } from './flow.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { carbon, energy, number, percent, power, words } from './numbers.js';
import { bar, empty, failure, figure, outdated, skeleton, tile } from './parts.js';
import { hasPower, isCatchingUp } from './picture.js';
import { completeness } from './quality.js';
import { Remote } from './remote.js';
import { dateInWords, localDate, moment } from './time.js';
import './chart.js';

const CURVE_EVERY_SECONDS = 15;
const STATES = {
  RUNNING: { key: 'machine.running', icon: 'running' },
  SETUP: { key: 'machine.setup', icon: 'setup' },
  IDLE: { key: 'machine.idle', icon: 'idle' },
  STOPPED: { key: 'machine.stopped', icon: 'stopped' },
  DOWN: { key: 'machine.down', icon: 'warning' },
};

class Now extends LitElement {
  static properties = {
    site: { attribute: false }, now: { attribute: false }, error: { attribute: false }, look: {},
  };

  #day = new Remote(this);
  #order = [];

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    const date = this.#today();
    if (date) {
      this.#day.want(sitePath(this.site.id, 'days', date), CURVE_EVERY_SECONDS);
    }
  }

  render() {
    if (!this.now) {
      return this.error ? this.#withoutPicture() : skeleton(4);
    }
    if (!this.now.at && !this.site.lastInterval) {
      return empty(t('empty.now.title'), t('empty.now.text'));
    }
    const now = { ...this.now, lines: this.#steady(this.now.lines ?? []) };
    return html`
      ${this.#freshness()}
      <div class="now-layout">
        <section class="card hero ${(now.pvKw ?? 0) >= 1 ? 'sunny' : 'night'}">
          <h1 class="hero-sentence">${hasPower(now) || !isCatchingUp(now) ? sentence(flowsOf(now)) : t('flow.said.soon')}</h1>
          <zf-flow .now=${now} .look=${this.look}></zf-flow>
        </section>
        <div class="tiles">${this.#tiles(now)}</div>
        <section class="card curve"><h2>${this.#curveTitle(now)}</h2>${this.#curve()}</section>
        <section class="card lines"><h2>${t('now.lines')}</h2>${this.#lines(now)}</section>
        ${this.#machines(now)}
      </div>`;
  }

  #withoutPicture() {
    return this.error.status === 404 && !this.site.lastInterval
      ? empty(t('empty.now.title'), t('empty.now.text'))
      : failure(this.error, () => window.location.reload());
  }

  #freshness() {
    if (this.error) {
      return html`<p class="strip warning" role="status">${icon('warning')}
        ${this.now.at ? t('state.no-connection', { time: moment(this.now.at, this.site.zone) }) : t('error.unreachable')}</p>`;
    }
    if (isCatchingUp(this.now)) {
      return nothing; // the frame says so above every page
    }
    return this.now.stale || !this.now.at
      ? html`<p class="strip warning" role="status">${icon('wait')}
          ${this.now.at ? t('state.stale', { time: moment(this.now.at, this.site.zone) }) : t('state.never')}</p>`
      : this.#alarms();
  }

  #alarms() {
    const count = this.now.agent?.alarms?.length ?? 0;
    return count === 0
      ? nothing
      : html`<p class="strip warning" role="status">${icon('warning')} ${t('now.alarms', { count: number(count) })}
          <a href=${link('edges')}>${t('now.alarms.see')}</a></p>`;
  }

  #tiles({ today }) {
    const solar = percent(today?.selfSufficiency);
    const complete = completeness(this.#day.value?.complete);
    return [
      tile({ label: t('now.solar'), figure: solar, tone: 'solar', share: today?.selfSufficiency ?? null,
        note: t('now.solar.note', { pv: words(energy(today?.pvWh)), load: words(energy(today?.loadWh)) }) }),
      tile({ label: t('now.carbon'), figure: carbon(today?.co2eKg), tone: 'carbon',
        note: t('now.carbon.note', { energy: words(energy(today?.importWh)) }) }),
      tile({ label: t('now.data'), figure: percent(complete.share), tone: 'data', share: complete.share,
        note: complete.note }),
    ];
  }

  #curve() {
    const remote = this.#day;
    if (!remote.value) {
      if (remote.state === 'failed') {
        return html`<p class="quiet-note">${remote.error.status === 404
          ? t('empty.day.title') : t('error.curve')}</p>`;
      }
      return html`<div class="skeleton-card low" role="status" aria-label=${t('state.loading')}></div>`;
    }
    const day = remote.value;
    return html`${outdated(remote)}<zf-chart name="today" size="medium" unit="kW" .data=${day}
        .label=${t('day.chart.label', { date: day.date })}
        .legend=${curveLegend(['load', 'pv', 'selfUse'], day)} .table=${dayTable(day)}
        .option=${(colours, width, hidden) =>
          dayCurve(day, { colours, width, hidden, only: ['load', 'pv', 'selfUse'] })}></zf-chart>
      <p class="more"><a href=${link('day', { date: day.date })}>${t('now.to-day')} ${icon('right')}</a></p>`;
  }

  #lines({ lines, devices }) {
    if (lines.length === 0) {
      return html`<p class="quiet-note">${t('now.no-lines')}</p>`;
    }
    const most = Math.max(1, ...lines.map((line) => line.kw ?? 0));
    return html`<ul class="bars">${lines.map((line) => this.#line(line, most, devices ?? []))}</ul>`;
  }

  #line(line, most, devices) {
    const members = devices.filter((device) => device.line === line.line && device.kw !== null);
    const head = html`<span class="bars-name">${line.line}</span>${figure(power(line.kw))}
      ${bar(line.kw === null ? 0 : line.kw / most, 'load')}`;
    if (members.length === 0) {
      return html`<li><div class="bars-row">${head}</div></li>`;
    }
    return html`<li><details><summary class="bars-row">${head}</summary>
      <ul class="members">${members.map((device) =>
        html`<li><span>${device.name ?? device.id}</span>${figure(power(device.kw))}</li>`)}</ul>
      </details></li>`;
  }

  #machines({ devices }) {
    const machines = (devices ?? []).filter((device) => device.state);
    if (machines.length === 0) {
      return nothing;
    }
    const counts = Object.entries(STATES)
      .map(([state, { key }]) => [key, machines.filter((each) => each.state === state).length])
      .filter(([, count]) => count > 0)
      .map(([key, count]) => `${t(key)} ${number(count)}`);
    return html`<section class="card machines">
      <h2>${t('now.machines')} <small>${counts.join(' \u00b7 ')}</small></h2>
      <ul class="machine-list">${machines.map((machine) => {
        const state = STATES[machine.state] ?? { key: 'state.unknown', icon: 'wait' };
        return html`<li class="machine state-${machine.state.toLowerCase()}">
          ${icon(state.icon)}<span class="machine-name">${machine.name ?? machine.id}</span>
          <span class="machine-state">${t(state.key)}</span>
          ${machine.kw === null ? nothing : html`<span class="machine-kw">${words(power(machine.kw))}</span>`}
        </li>`;
      })}</ul></section>`;
  }

  // the strongest line first, as it was when the lines were first seen: rows must not jump about
  #steady(lines) {
    const known = this.#order.length === lines.length
      && lines.every(({ line }) => this.#order.includes(line));
    if (!known) {
      this.#order = [...lines].sort((a, b) => (b.kw ?? -1) - (a.kw ?? -1)).map(({ line }) => line);
    }
    return this.#order.map((name) => lines.find(({ line }) => line === name));
  }

  /** The newest day with data: after midnight the first quarter hour of the new one takes its time. */
  #today() {
    const { lastInterval, zone } = this.site;
    return lastInterval ? localDate(lastInterval, zone) : null;
  }

  #curveTitle({ at }) {
    const date = this.#today();
    return !date || (at && date === localDate(at, this.site.zone)) ? t('now.curve') : dateInWords(date);
  }
}

customElements.define('zf-now', Now);
