// Loads the words, then the elements: nothing is drawn before it can be read.
import { chooseLanguage, loadWords } from './i18n.js';
import { read } from './address.js';
import { applyTheme } from './preferences.js';

applyTheme(read().theme);
await loadWords(chooseLanguage(read().lang));
await import('./shell.js');
