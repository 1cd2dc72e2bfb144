// Words in the reader's language. Every key stands in i18n/en.json and i18n/zh.json.
import { remembered } from './preferences.js';

const LANGUAGES = ['en', 'zh'];

let words = {};
let current = 'en';

/** @param {string|undefined} wanted the address's choice, else the last one, else the browser's */
export function chooseLanguage(wanted) {
  const candidates = [wanted, remembered('language'), ...navigator.languages];
  const tags = candidates.filter(Boolean).map((tag) => tag.slice(0, 2).toLowerCase());
  return tags.find((tag) => LANGUAGES.includes(tag)) ?? 'en';
}

/** Loads a language's words and makes it the page's language. */
export async function loadWords(language) {
  const answer = await fetch(`/i18n/${language}.json`);
  if (!answer.ok) {
    throw new Error(`/i18n/${language}.json: HTTP ${answer.status}, expected 200`);
  }
  words = await answer.json();
  current = language;
  document.documentElement.lang = locale();
}

/** @returns {string} `en` or `zh` */
export function language() {
  return current;
}

/** @returns {string} the tag for number and date formats */
export function locale() {
  return current === 'zh' ? 'zh-CN' : 'en-GB';
}

/**
 * @param {string} key
 * @param {Record<string, string|number>} values fill the {names} of the text
 */
export function t(key, values = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {Record<string, string>|undefined} texts a text by language, as in alarms */
export function ofLanguage(texts) {
  return texts?.[current] ?? texts?.en ?? '';
}
