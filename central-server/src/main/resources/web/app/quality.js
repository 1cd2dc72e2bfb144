// How much of the data was measured, and how the rest is named.
import { t } from './i18n.js';
import { number } from './numbers.js';

/** Words of the journal's quality flags (docs/formats.md, section 2). */
const FLAGS = {
  MEASURED: 'quality.measured',
  ESTIMATED: 'quality.estimated',
  INTEGRATED: 'quality.integrated',
  RESET: 'quality.reset',
  MISSING: 'quality.missing',
};

/** @param {string|null|undefined} flag */
export function flagName(flag) {
  return t(FLAGS[flag] ?? 'quality.none');
}

/**
 * How a flag is drawn: `measured`, `estimated` (every flag whose shape or sum is not a plain
 * reading), `missing`, or `none` where nothing is known yet.
 */
export function flagKind(flag) {
  if (!flag) {
    return 'none';
  }
  return flag === 'MEASURED' ? 'measured' : flag === 'MISSING' ? 'missing' : 'estimated';
}

/**
 * Share of the readings so far that were measured; estimated and missing ones are named.
 * @param {{measured: number, estimated: number, missing: number}|undefined} complete
 * @returns {{share: number|null, note: string}}
 */
export function completeness(complete) {
  const known = complete ? complete.measured + complete.estimated + complete.missing : 0;
  if (known === 0) {
    return { share: null, note: t('quality.none') };
  }
  const { measured, estimated, missing } = complete;
  const note = estimated + missing === 0
    ? t('quality.all')
    : t('quality.parts', { estimated: number(estimated), missing: number(missing) });
  return { share: measured / known, note };
}
