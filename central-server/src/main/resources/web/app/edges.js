// The fleet: which edges report, how far behind they are, and what needs a person.
import { LitElement, html, nothing } from 'lit';
import { link } from './address.js';
import { icon } from './icons.js';
import { language, ofLanguage, t } from './i18n.js';
import { number } from './numbers.js';
import { empty, failure, outdated, skeleton } from './parts.js';
import { Remote } from './remote.js';
import { ago, moment } from './time.js';

const EVERY_SECONDS = 10;
const STATUS = {
  online: { key: 'edge.online', icon: 'check' },
  late: { key: 'edge.late', icon: 'wait' },
  offline: { key: 'edge.offline', icon: 'cut' },
  quarantined: { key: 'edge.quarantined', icon: 'lock' },
};
const SEVERITY = {
  info: 'alarm.info',
  warning: 'alarm.warning',
  error: 'alarm.critical',
  critical: 'alarm.critical',
};
/** Advice by the first word of an alarm's id, for the centre's alarms, which bring none of their own. */
const ADVICE = {
  fork: 'advice.fork',
  'unknown-key': 'advice.key',
  offline: 'advice.offline',
  gap: 'advice.gap',
  balance: 'advice.balance',
};
/** An agent's alarm about a source says in English what to do; here it is in the reader's language. */
const SOURCE_ADVICE = {
  'clock-drift': 'advice.clock',
  'source-offline': 'advice.source',
  'untrusted-certificate': 'advice.certificate',
  'certificate-warning': 'advice.certificate',
  insecure: 'advice.insecure',
  'bad-node': 'advice.node',
  'wrong-type': 'advice.node',
  'history-refused': 'advice.history',
};
const WORST_FIRST = ['critical', 'error', 'warning', 'info'];

class Edges extends LitElement {
  static properties = { zone: {}, sites: { attribute: false }, look: {} };

  #edges = new Remote(this);

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    this.#edges.want('/edges', EVERY_SECONDS);
  }

  render() {
    const remote = this.#edges;
    if (!remote.value) {
      return remote.state === 'failed' ? failure(remote.error, () => remote.again()) : skeleton(2);
    }
    const { edges } = remote.value;
    if (edges.length === 0) {
      return empty(t('empty.edges.title'), t('empty.edges.text'));
    }
    const online = edges.filter((edge) => edge.status === 'online').length;
    return html`<div class="toolbar"><h1>${t('edge.title')}</h1>
        <p class="toolbar-note">${t('edge.count', { online: number(online), all: number(edges.length) })}</p></div>
      ${outdated(remote)}
      <div class="edges-layout"><section class="card"><div class="table-wrap" tabindex="0" role="region" aria-label=${t('edge.title')}>
        <table class="data edges stacked"><caption class="hidden">${t('edge.title')}</caption>
          <thead><tr>${['edge.site', 'edge.status', 'edge.last-seen', 'edge.last-interval', 'edge.backlog',
            'edge.sequence', 'edge.version'].map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead>
          <tbody>${edges.map((edge) => this.#row(edge))}</tbody></table></div></section>
      <section class="card"><h2>${t('alarm.title')}</h2>${this.#alarms(edges)}</section></div>`;
  }

  #row(edge) {
    const status = STATUS[edge.status] ?? { key: 'state.unknown', icon: 'wait' };
    const zone = this.#zone(edge.site);
    const cell = (key, content) => html`<td data-label=${t(key)}>${content}</td>`;
    return html`<tr>
      <th scope="row"><a href=${link('now', { site: edge.site })}>${this.#name(edge.site)}</a></th>
      ${cell('edge.status', html`<span class="badge edge-${edge.status}">${icon(status.icon)}${t(status.key)}</span>`)}
      ${cell('edge.last-seen', edge.lastSeen
        ? html`<span title=${moment(edge.lastSeen, zone)}>${ago(edge.lastSeen, Date.now())}</span>` : t('state.never-word'))}
      ${cell('edge.last-interval', moment(edge.lastInterval, zone))}
      ${cell('edge.backlog', backlog(edge.backlog))}
      ${cell('edge.sequence', number(edge.sequence))}
      ${cell('edge.version', edge.version ?? '\u2014')}
    </tr>`;
  }

  #alarms(edges) {
    const alarms = edges.flatMap((edge) => (edge.alarms ?? []).map((alarm) => (
      { ...alarm, site: edge.site, severity: String(alarm.severity).toLowerCase() })));
    if (alarms.length === 0) {
      return html`<p class="all-well">${icon('check')} ${t('alarm.none')}</p>`;
    }
    const rank = ({ severity }) => (WORST_FIRST.indexOf(severity) + WORST_FIRST.length) % WORST_FIRST.length;
    alarms.sort((a, b) => rank(a) - rank(b) || b.since - a.since);
    return html`<ul class="alarms">${alarms.map((alarm) => this.#alarm(alarm))}</ul>`;
  }

  #alarm(alarm) {
    const advice = adviceFor(String(alarm.id).split(':')[0]);
    return html`<li class="alarm severity-${alarm.severity}">
      <span class="badge severity-${alarm.severity}">${icon('warning')}${t(SEVERITY[alarm.severity] ?? 'alarm.info')}</span>
      <div class="alarm-body">
        <p class="alarm-text">${ofLanguage(alarm.text) || alarm.id}</p>
        ${advice ? html`<p class="alarm-advice"><strong>${t('alarm.do')}</strong> ${t(advice)}</p>` : nothing}
        <p class="alarm-meta">${this.#name(alarm.site)}${alarm.subject ? html` \u00b7 ${alarm.subject}` : nothing}
          \u00b7 ${t('alarm.since', { time: moment(alarm.since, this.#zone(alarm.site)) })}</p>
      </div></li>`;
  }

  #name(site) {
    return this.sites.find((each) => each.id === site)?.name ?? site;
  }

  #zone(site) {
    return this.sites.find((each) => each.id === site)?.zone ?? this.zone;
  }
}

function adviceFor(kind) {
  return ADVICE[kind] ?? (language() === 'en' ? undefined : SOURCE_ADVICE[kind]);
}

/** Blocks that wait at the edge; a dash when the edge has not said. */
function backlog(blocks) {
  if (blocks === 0) {
    return t('edge.no-backlog');
  }
  return blocks === null || blocks === undefined ? '\u2014' : t('edge.blocks', { count: number(blocks) });
}

customElements.define('zf-edges', Edges);
