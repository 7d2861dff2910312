// build/assemble.mjs: index.html with everything inlined.
import {defaultTreeAdapter as tree, parse, parseFragment, serialize} from 'parse5';

// Only these two sequences can end a <script> or change where it ends. In our JavaScript they occur only in strings, where
// the escaped form means the same.
export const scriptSafe = (code) => code.replace(/<\/(?=script)/gi, () => '<\\/').replace(/<!--/g, () => '\\x3C!--');
const styleSafe = (css) => css.replace(/<\/(?=style)/gi, () => '<\\/');

function element(tagName, attributes, text) {
  const attrs = Object.entries(attributes).map(([key, value]) => ({name: key, value}));
  const node = tree.createElement(tagName, 'http://www.w3.org/1999/xhtml', attrs);
  const inside = tagName === 'template' ? tree.createDocumentFragment() : node;
  if (tagName === 'template') tree.setTemplateContent(node, inside);
  tree.insertText(inside, text);
  return node;
}

function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child.content ?? child);
  }
}

const written = (document) =>
  `<!doctype html>\n${serialize({...document, childNodes: document.childNodes.filter((node) => node.tagName)})}\n`;

/**
 * index.html with everything inlined, as text, in exactly the form in which a browser serialises the document. So when the
 * script starts, '<!doctype html>\n' + document.documentElement.outerHTML + '\n' is this file. Throws an Error if index.html
 * has < or > in an attribute, or does not stay the same when it is parsed and serialised.
 * @param {string} html @param {Record<string, string | undefined>} parts `oembed` is the address of the file that says how to embed
 *   the page, if there is one
 */
export function assemble(html, parts) {
  const {script, workers, core, style, texts, needs, picture, icon, oembed, fonts = '[]'} = parts;
  const document = parse(html);
  const all = [...elements(document)];
  for (const node of all) {
    // Since 2025 browsers differ in whether they escape < and > in attributes when they serialise.
    const bad = node.attrs.find(({value}) => /[<>]/.test(value));
    if (bad) throw new Error(`index.html: < or > in ${bad.name} of <${node.tagName}>; set it from the script instead`);
    const has = (key, value) => node.attrs.some((attr) => attr.name === key && (!value || attr.value === value));
    if ((node.tagName === 'script' && has('src')) || (node.tagName === 'link' && has('rel', 'stylesheet'))) {
      tree.detachNode(node);
    }
  }
  const head = all.find((node) => node.tagName === 'head');
  const own = all.find((node) => node.attrs.some(({name, value}) => name === 'rel' && value === 'icon'));
  if (own && icon) own.attrs.find(({name}) => name === 'href').value = icon;
  // Before the style: WordPress reads no further than 150 kB.
  if (oembed) {
    const said = {rel: 'alternate', type: 'application/json+oembed', title: 'Izhikevich Lab', href: oembed};
    tree.appendChild(head, element('link', said, ''));
  }
  tree.appendChild(head, element('style', {id: 'lab-style'}, styleSafe(style)));
  const body = all.find((node) => node.tagName === 'body');
  const figure = all.find((node) => node.tagName === 'figure');
  if (figure) tree.insertBefore(figure, parseFragment(picture).childNodes[0], figure.childNodes[0]);
  if (needs) tree.appendChild(body, element('script', {id: 'lab-needs'}, scriptSafe(needs)));
  tree.appendChild(body, element('template', {id: 'licences'}, texts));
  tree.appendChild(body, element('script', {id: 'lab-letters', type: 'text/plain'}, fonts));
  tree.appendChild(body, element('script', {id: 'lab-core', type: 'text/plain'}, core));
  tree.appendChild(body, element('script', {id: 'lab-workers'}, scriptSafe(workers)));
  // Last, so that everything it looks up already exists, and the document is complete when it serialises it.
  tree.appendChild(body, element('script', {id: 'lab'}, scriptSafe(script)));
  const file = written(document);
  if (written(parse(file.replace(/\n$/, ''))) !== file)
    throw new Error('index.html changes when it is parsed and serialised');
  return file;
}
