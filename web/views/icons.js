// views/icons.js: the icons of buttons, drawn in the colour of their text.

const ICONS = {
  previous: '<path d="M10 3 5 8l5 5"/>',
  next: '<path d="m6 3 5 5-5 5"/>',
  undo: '<path d="M3 6h7a3.5 3.5 0 0 1 0 7H7M6 3 3 6l3 3"/>',
  redo: '<path d="M13 6H6a3.5 3.5 0 0 0 0 7h3M10 3l3 3-3 3"/>',
  up: '<path d="m3 10 5-5 5 5"/>',
  down: '<path d="m3 6 5 5 5-5"/>',
  menu: '<path d="M2 4h12M2 8h12M2 12h12"/>',
  unfold: '<path d="m6 4 4 4-4 4"/>',
  options: '<path d="M3 5h6M12 5h1M3 11h1M7 11h6M10.5 3.5v3M5.5 9.5v3"/>',
  share: '<path d="M8 10V2M5 5l3-3 3 3M3 9v4h10V9"/>',
  close: '<path d="m3.5 3.5 9 9M12.5 3.5l-9 9"/>',
  enlarge: '<path d="M9 3h4v4M7 13H3V9M13 3 9 7M3 13l4-4"/>',
};

/** An icon as SVG, hidden from screen readers. @param {keyof typeof ICONS} name */
export const icon = (name) => `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${ICONS[name]}</svg>`;
