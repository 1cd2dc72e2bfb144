// Colours of the design tokens as a canvas needs them: resolved for the theme that is on.

const NAMES = ['solar', 'grid', 'export', 'self', 'load', 'market', 'green', 'efficiency', 'shift',
  'ink', 'ink-soft', 'line', 'surface', 'missing', 'estimated', 'measured'];
const HATCH_SIZE = 8;

/** @returns {Record<string, string> & {rem: number, font: string}} */
export function palette() {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colours = Object.fromEntries(NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  }));
  probe.remove();
  const root = getComputedStyle(document.documentElement);
  return { ...colours, rem: parseFloat(root.fontSize), font: getComputedStyle(document.body).fontFamily };
}

/**
 * A fill of slanted lines: what is estimated or missing is told by pattern, not by colour alone.
 * @param {string} ink the lines' colour @param {string} ground `transparent` or a colour
 * @param {number} weight the lines' width in pixels
 */
export function hatch(ink, ground = 'transparent', weight = 1.6) {
  const canvas = document.createElement('canvas');
  canvas.width = HATCH_SIZE;
  canvas.height = HATCH_SIZE;
  const pen = canvas.getContext('2d');
  pen.fillStyle = ground;
  pen.fillRect(0, 0, HATCH_SIZE, HATCH_SIZE);
  pen.strokeStyle = ink;
  pen.lineWidth = weight;
  pen.beginPath();
  for (const offset of [-HATCH_SIZE, 0, HATCH_SIZE]) {
    pen.moveTo(offset - 1, HATCH_SIZE + 1);
    pen.lineTo(offset + HATCH_SIZE + 1, -1);
  }
  pen.stroke();
  return { image: canvas, repeat: 'repeat' };
}

/** A colour with less cover; canvas colours come as rgb(…). */
export function faint(colour, cover) {
  const parts = colour.match(/[\d.]+/g).slice(0, 3);
  return `rgba(${parts.join(',')},${cover})`;
}
