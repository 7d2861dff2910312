// views/dom.js: helpers for elements.
import {render} from 'lit-html';

/** Sets the text of an element, unless it has that text already: setting it again would trigger a new layout. @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** The element of a template, which is rendered only once. @param {import('lit-html').TemplateResult} template @returns {any} */
export function elementOf(template) {
  const box = document.createDocumentFragment();
  render(template, box);
  return box.firstElementChild;
}

/** The HTML in an element that lit-html has rendered, without its marks. @param {Element} element */
export const plainHtml = ({innerHTML}) => innerHTML.replace(/<!--[^]*?-->/g, '');
