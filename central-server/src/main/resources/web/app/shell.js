// The frame around the pages: names, navigation, the DEMO band, and which page is shown.
import { LitElement, html, nothing } from 'lit';
import { link, onChange, read, same, go } from './address.js';
import { chooseLanguage, language, loadWords, t } from './i18n.js';
import { applyTheme, isDark, remember } from './preferences.js';
import { empty, failure, skeleton } from './parts.js';
import { icon } from './icons.js';
import { LiveFeed } from './live.js';
import { Remote } from './remote.js';
import { hasPower, isCatchingUp } from './picture.js';
import { moment } from './time.js';
import { number } from './numbers.js';
import './now.js';
import './day.js';
import './year.js';
import './edges.js';

const TABS = [
  { view: 'now', key: 'nav.now' },
  { view: 'day', key: 'nav.day' },
  { view: 'year', key: 'nav.year' },
  { view: 'edges', key: 'nav.edges' },
];
const SITES_EVERY_SECONDS = 15;

class App extends LitElement {
  static properties = { now: { state: true }, liveError: { state: true } };

  #sites = new Remote(this);
  #feed = null;
  #followed = null;

  constructor() {
    super();
    this.now = null;
    this.liveError = null;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#sites.want('/sites', SITES_EVERY_SECONDS);
    onChange(() => this.#addressChanged());
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#repaint());
  }

  willUpdate() {
    const site = this.#site();
    if (site && site.id !== this.#followed) {
      this.#follow(site.id);
    }
  }

  updated() {
    document.title = `${t(this.#tab().key)} \u00b7 ${this.#site()?.name ?? 'Zerofactory'}`;
  }

  render() {
    const site = this.#site();
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t('nav.skip')}</a>
      <div class="head">${site?.simulated ? this.#demoBand(site) : nothing}
      <header class="top">
        <a class="brand" href=${link('now')} aria-label="Zerofactory"><img src="/favicon.svg" alt="" width="28" height="28">
          <span class="brand-name">Zerofactory</span></a>
        <nav class="tabs" aria-label=${t('nav.label')}>${TABS.map((tab) => this.#tabLink(tab))}</nav>
        <div class="choices">${this.#siteChoice(site)} ${this.#languageChoice()} ${this.#themeChoice()}</div>
      </header></div>
      <main id="main" tabindex="-1">${this.#page(site)}</main>`;
  }

  #page(site) {
    const sites = this.#sites;
    if (sites.value === null) {
      return sites.state === 'failed' ? failure(sites.error, () => sites.again()) : skeleton();
    }
    const view = this.#tab().view;
    if (view === 'edges') {
      return html`<zf-edges .zone=${site?.zone ?? 'UTC'} .sites=${sites.value.sites}
        .look=${`${window.location.search} ${language()}`}></zf-edges>`;
    }
    if (sites.value.sites.length === 0) {
      return empty(t('empty.sites.title'), t('empty.sites.text'));
    }
    if (!site) {
      return empty(t('empty.site.title', { site: read().site }), t('empty.site.text'),
        html`<a class="button" href=${link('now', { site: sites.value.sites[0].id })}>${sites.value.sites[0].name}</a>`);
    }
    return html`${this.#catchingUp(site)} ${this.#siteView(view, site)}`;
  }

  #siteView(view, site) {
    const look = `${window.location.search} ${language()} ${isDark()}`;
    if (view === 'day') {
      return html`<zf-day .site=${site} .look=${look}></zf-day>`;
    }
    if (view === 'year') {
      return html`<zf-year .site=${site} .look=${look}></zf-year>`;
    }
    return html`<zf-now .site=${site} .now=${this.now} .error=${this.liveError}
      .look=${look}></zf-now>`;
  }

  #catchingUp(site) {
    return isCatchingUp(this.now) && site.lastInterval && !this.liveError
      ? html`<p class="strip note" role="status">${icon('wait')}
          ${t('state.catching-up', { time: moment(site.lastInterval, site.zone) })}</p>`
      : nothing;
  }

  #demoBand(site) {
    // before the first live values the edge still tells the time of the past that it fetches
    const now = hasPower(this.now) ? this.now : null;
    const speed = now?.agent?.speed;
    return html`<aside class="demo" aria-label=${t('demo.label')}>
      <strong>${t('demo.word')}</strong> <span class="demo-text">${t('demo.text')}</span>
      ${now?.at ? html`<span class="demo-time">${t('demo.time', { time: moment(now.at, site.zone) })}</span>` : nothing}
      ${speed ? html`<span class="demo-time">${t('demo.speed', { speed: number(speed) })}</span>` : nothing}
    </aside>`;
  }

  #tabLink({ view, key }) {
    const current = this.#tab().view === view;
    return html`<a href=${link(view)} aria-current=${current ? 'page' : nothing}>
      ${icon(view)}<span>${t(key)}</span></a>`;
  }

  #siteChoice(site) {
    const sites = this.#sites.value?.sites ?? [];
    if (sites.length < 2) {
      return site ? html`<span class="site-name">${site.name}</span>` : nothing;
    }
    return html`<label class="hidden" for="site-choice">${t('nav.site')}</label>
      <select id="site-choice" @change=${(event) => go(same({ site: event.target.value }))}>
        ${sites.map((each) => html`<option value=${each.id} ?selected=${each.id === site?.id}>${each.name}</option>`)}
      </select>`;
  }

  #languageChoice() {
    const other = language() === 'zh' ? 'en' : 'zh';
    const name = other === 'zh' ? '\u4e2d\u6587' : 'English';
    return html`<a class="button quiet" lang=${other} href=${same({ lang: other })}
      @click=${() => remember('language', other)}>${name}</a>`;
  }

  #themeChoice() {
    const other = isDark() ? 'light' : 'dark';
    const label = other === 'dark' ? t('nav.dark') : t('nav.light');
    return html`<a class="button quiet square" href=${same({ theme: other })} aria-label=${label}
      title=${label} @click=${() => remember('theme', other)}>${icon(other)}</a>`;
  }

  async #addressChanged() {
    const { lang, theme } = read();
    applyTheme(theme);
    if (chooseLanguage(lang) !== language()) {
      await loadWords(chooseLanguage(lang));
    }
    this.#repaint();
  }

  // pages draw anew because `look` is another text
  #repaint() {
    this.requestUpdate();
  }

  #follow(site) {
    this.#followed = site;
    this.#feed?.close();
    this.now = null;
    this.liveError = null;
    this.#feed = new LiveFeed(site, (now, error) => {
      this.now = now ?? this.now;
      this.liveError = error;
    });
  }

  #skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }

  #tab() {
    return TABS.find((tab) => tab.view === read().view) ?? TABS[0];
  }

  #site() {
    const sites = this.#sites.value?.sites ?? [];
    const wanted = read().site;
    return wanted ? sites.find((site) => site.id === wanted) : sites[0];
  }
}

customElements.define('zf-app', App);
