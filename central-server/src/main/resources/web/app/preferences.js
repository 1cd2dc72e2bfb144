// Language and theme: the address decides; what was chosen last is only the default.

/** @returns {string|null} what this browser chose last; null where storage is refused */
export function remembered(name) {
  try {
    return window.localStorage.getItem(`zerofactory.${name}`);
  } catch {
    return null; // private windows may refuse storage: the default serves
  }
}

/** Remembers a choice; a browser that refuses storage simply forgets it. */
export function remember(name, value) {
  try {
    window.localStorage.setItem(`zerofactory.${name}`, value);
  } catch {
    // nothing is lost but the default of the next visit
  }
}

/** @param {string|undefined} wanted `light`, `dark`, or anything else for the system's choice */
export function applyTheme(wanted) {
  const theme = wanted ?? remembered('theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  } else {
    delete document.documentElement.dataset.theme;
  }
}

/** @returns {boolean} whether the page is dark now */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
}

/** @returns {boolean} whether the reader asked for less movement */
export function prefersStillness() {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
