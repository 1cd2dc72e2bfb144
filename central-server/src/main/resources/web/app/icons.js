// Line icons of 24 by 24 units, drawn for these pages; colour is that of the text around.
import { html, svg } from 'lit';

const shapes = {
  sun: svg`<circle cx="12" cy="12" r="4.2"/><path d="M12 2.5v2.6M12 18.9v2.6M2.5 12h2.6M18.9 12h2.6M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M5.3 18.7l1.8-1.8M16.9 7.1l1.8-1.8"/>`,
  grid: svg`<path d="M9 3h6l4.5 18M9 3 4.5 21M6.2 9h11.6M7 6.5h10M5.8 15.5 15.7 7M18.2 15.5 8.3 7M4.5 21l11.2-9.5M19.5 21 8.3 11.5"/>`,
  factory: svg`<path d="M3 21V11.5l5.5 3.5v-3.5l5.5 3.5V4.5h4.2L19.5 15H21v6zM7 18h1.5M11.3 18h1.5M15.6 18h1.5"/>`,
  now: svg`<path d="M13 2.5 5 13.5h6l-1 8 8.5-11.5h-6.2z"/>`,
  day: svg`<path d="M3 18c2.5 0 3.5-11 9-11s6.5 11 9 11M3 21h18"/>`,
  year: svg`<path d="M4.5 20v-6M9.5 20V9M14.5 20V5M19.5 20v-9"/>`,
  edges: svg`<rect x="3.5" y="4" width="17" height="6.5" rx="1.8"/><rect x="3.5" y="13.5" width="17" height="6.5" rx="1.8"/><path d="M7 7.3h.01M7 16.8h.01M11 7.3h6M11 16.8h6"/>`,
  left: svg`<path d="m14.5 5-7 7 7 7"/>`,
  right: svg`<path d="m9.5 5 7 7-7 7"/>`,
  table: svg`<path d="M3.5 5h17v14h-17zM3.5 10h17M3.5 14.5h17M10 10v9"/>`,
  chart: svg`<path d="M4 4v16h16M7.5 15.5l4-5 3.5 3 4.5-6.5"/>`,
  light: svg`<circle cx="12" cy="12" r="4.2"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>`,
  dark: svg`<path d="M20 14.5A8.3 8.3 0 0 1 9.5 4a8.3 8.3 0 1 0 10.5 10.5z"/>`,
  warning: svg`<path d="M12 3.5 2.5 20h19zM12 10v4.5M12 17.3v.01"/>`,
  check: svg`<path d="m5 12.5 4.7 4.7L19.5 7.3"/>`,
  wait: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.2 2"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3"/>`,
  cut: svg`<path d="M3 12h5M16 12h5M9.5 8.5l5 7M14.5 8.5l-5 7"/>`,
  running: svg`<path d="M8 5v14l11-7z"/>`,
  idle: svg`<path d="M9 6v12M15 6v12"/>`,
  setup: svg`<path d="M4 8h9M17 8h3M4 16h3M11 16h9"/><circle cx="15" cy="8" r="2"/><circle cx="9" cy="16" r="2"/>`,
  stopped: svg`<rect x="6.5" y="6.5" width="11" height="11" rx="1"/>`,
  leaf: svg`<path d="M5 19C4 10 9 4.5 20 4.5 20.5 15 15 20 8 17.5M5 20.5c1.5-5 4.5-8 9-10"/>`,
};

/** An icon that says nothing to a screen reader: words stand beside it. */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes[name]}</svg>`;
}

/** The bare shape, for use inside a drawing. */
export function shape(name) {
  return shapes[name];
}
