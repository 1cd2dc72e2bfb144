// The address holds all state of a page: ?view=day&site=…&date=…
// A reader may send it to a colleague, who then sees the same picture.

/** Names that stay when the view changes. */
const LASTING = ['site', 'lang', 'theme'];

const listeners = new Set();

/** @returns {Record<string, string>} the address's parameters */
export function read() {
  return Object.fromEntries(new URLSearchParams(window.location.search));
}

/**
 * The address of the same view with some parameters changed.
 * @param {Record<string, string|number|null|undefined>} changes null removes a parameter
 */
export function same(changes) {
  return write({ ...read(), ...changes });
}

/**
 * The address of another view; only site, language and theme are taken along.
 * @param {string} view
 * @param {Record<string, string|number|null|undefined>} parameters
 */
export function link(view, parameters = {}) {
  const kept = Object.entries(read()).filter(([name]) => LASTING.includes(name));
  return write({ view, ...Object.fromEntries(kept), ...parameters });
}

/**
 * Goes to an address made by `same` or `link`.
 * @param {string} address
 * @param {{replace?: boolean}} how replace leaves no step in the browser's history
 */
export function go(address, { replace = false } = {}) {
  if (replace) {
    window.history.replaceState(null, '', address);
  } else {
    window.history.pushState(null, '', address);
  }
  listeners.forEach((listener) => listener());
}

/**
 * @param {() => void} listener called after each change of the address
 * @returns {() => void} ends the listening
 */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Adds or removes one word of a comma-separated parameter. */
export function toggled(parameter, word) {
  const words = new Set((read()[parameter] ?? '').split(',').filter(Boolean));
  if (!words.delete(word)) {
    words.add(word);
  }
  return same({ [parameter]: [...words].join(',') || null });
}

/** @returns {boolean} whether a comma-separated parameter has the word */
export function has(parameter, word) {
  return (read()[parameter] ?? '').split(',').includes(word);
}

function write(parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') {
      search.set(name, String(value));
    }
  }
  return `?${search}`;
}

window.addEventListener('popstate', () => listeners.forEach((listener) => listener()));

// Plain clicks on links inside the pages change the address without loading again.
document.addEventListener('click', (event) => {
  const anchor = event.target instanceof Element ? event.target.closest('a[href^="?"]') : null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (anchor && plain && !event.defaultPrevented) {
    event.preventDefault();
    go(anchor.getAttribute('href'));
  }
});
