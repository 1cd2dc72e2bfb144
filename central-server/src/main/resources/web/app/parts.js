// Small pieces that every page shares: figures, tiles, and what stands where data does not.
import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { t } from './i18n.js';

/** Advice by the server's code or HTTP status. */
const ADVICE = {
  unreachable: 'error.unreachable',
  'unknown-site': 'error.unknown-site',
  404: 'error.not-found',
  401: 'error.forbidden',
  403: 'error.forbidden',
  429: 'error.busy',
  503: 'error.busy',
};

/** Number and unit; the title holds the unrounded value. @param {import('./numbers.js').Figure} f */
export function figure(f) {
  const known = f.exact !== '';
  return html`<span class="figure ${known ? '' : 'unknown'}" title=${known ? f.exact : t('state.unknown')}>
    <span class="figure-number">${f.text}</span> <span class="figure-unit">${f.unit}</span></span>`;
}

/**
 * A tile: label, one figure, one line below.
 * @param {{label: string, figure: object, note?: unknown, tone?: string, share?: number|null}} tile
 */
export function tile({ label, figure: shown, note = nothing, tone = '', share }) {
  return html`<section class="card tile ${tone}">
    <h2 class="tile-label">${label}</h2>
    <p class="tile-figure">${figure(shown)}</p>
    ${share === undefined ? nothing : bar(share)}
    <p class="tile-note">${note}</p>
  </section>`;
}

/** A thin bar from 0 to 1 beside a figure that says the same in words. */
export function bar(share, kind = '') {
  const width = Math.max(0, Math.min(1, share ?? 0)) * 100;
  return html`<svg class="bar ${kind}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="bar-rest" width="100" height="4"/><rect class="bar-part" width=${width} height="4"/>
  </svg>`;
}

/** Grey shapes while an answer is under way. */
export function skeleton(rows = 3) {
  return html`<div class="skeleton" role="status" aria-label=${t('state.loading')}>
    ${Array.from({ length: rows }, () => html`<div class="skeleton-card card"></div>`)}
  </div>`;
}

/** A friendly page where there is nothing yet. */
export function empty(title, text, action = nothing) {
  return html`<section class="card notice">
    <div class="notice-icon">${icon('wait')}</div>
    <h2>${title}</h2><p>${text}</p>${action}
  </section>`;
}

/** What went wrong, and what to do. @param {import('./api.js').ApiError} error */
export function failure(error, again) {
  const advice = ADVICE[error.code] ?? ADVICE[error.status] ?? 'error.server';
  return html`<section class="card notice failed" role="alert">
    <div class="notice-icon">${icon('warning')}</div>
    <h2>${t('error.title')}</h2>
    <p>${t(advice)}</p>
    ${error.message ? html`<p class="notice-detail">${error.status || ''} ${error.message}</p>` : nothing}
    <button class="button" @click=${again}>${t('error.again')}</button>
  </section>`;
}

/** A line above older data when the newest could not be had. */
export function outdated(remote) {
  return remote.state === 'failed' && remote.value
    ? html`<p class="strip warning" role="status">${icon('warning')} ${t('state.outdated')}
        <button class="button small" @click=${() => remote.again()}>${t('error.again')}</button></p>`
    : nothing;
}

/**
 * A plain table with a caption for screen readers.
 * @param {string} kind `stacked` turns each row into a card on a phone
 */
export function dataTable(caption, columns, rows, kind = '') {
  return html`<div class="table-wrap" tabindex="0" role="region" aria-label=${caption}>
    <table class="data ${kind}"><caption class="hidden">${caption}</caption>
      <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell, i) =>
        i === 0 ? html`<th scope="row">${cell}</th>` : html`<td data-label=${columns[i]}>${cell}</td>`)}</tr>`)}</tbody>
    </table></div>`;
}
