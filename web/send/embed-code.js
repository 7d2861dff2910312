// send/embed-code.js: the code that embeds the lab, as each kind of course page takes it.
//
// Canvas keeps of a frame only src, width, height, name, frameborder, scrolling, sandbox, allowfullscreen, title and style; what
// a host refuses altogether leaves at least the link below the frame.

/** The size that course pages give a frame unless they are told. */
export const SIZE = {width: 800, height: 600};
/** The names of the files that a page needs beside it where the lab is not on the web, or is to work without it. */
export const FILE = 'izhikevich-lab.html';
export const PLACEHOLDER = 'izhikevich-lab.png';

/**
 * @typedef {object} Embedding
 * @property {string} site the address of the lab without query and fragment; '' if it is not known
 * @property {string} query of the frame, with '?', or '' @property {string} link the query of the link below the frame
 * @property {string} fragment what is shown, with '#'
 * @property {string} title what a screen reader calls the frame @property {string} open the text of the link below it
 * @property {number} width @property {number} height
 */

/** As an attribute or a text of HTML. */
const inHtml = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** As a text of Markdown, in one line. */
const inMarkdown = (/** @type {string} */ text) =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|$@^~:&"'-]/g, '\\$&');
/** As an address within Markdown. */
const inParentheses = (/** @type {string} */ address) => address.replaceAll('(', '%28').replaceAll(')', '%29');

/**
 * One frame. An attribute of no value is left out.
 * @param {{address: string, title: string, width: number, height: number}} frame @param {Record<string, string>} [more] further
 *   attributes; `src` under another name if it is to be asked for later
 */
export function frameCode({address, title, width, height}, {src = 'src', ...more} = {}) {
  const attributes = {
    [src]: address,
    title,
    width: String(width),
    height: String(height),
    ...more,
    allowfullscreen: '',
    style: 'border:0;max-width:100%',
  };
  const written = Object.entries(attributes).map(([name, value]) => (value ? `${name}="${inHtml(value)}"` : name));
  return `<iframe ${written.join(' ')}></iframe>`;
}

/** What browsers load only when it comes near, and let copy to the clipboard. */
const PLAIN = {loading: 'lazy', allow: 'clipboard-write; fullscreen'};

/** The address of the frame, and that of the link below it, of a lab that stands somewhere. @param {Embedding} embedding @param {string} [place] */
const addresses = ({site, query, link, fragment}, place = site || FILE) => ({
  framed: place + query + fragment,
  linked: place + link + fragment,
});

/** The frame and the link below it, as HTML. @param {Embedding} embedding @param {Record<string, string>} more @param {string} [place] */
function html(embedding, more, place) {
  const {framed, linked} = addresses(embedding, place);
  const frame = frameCode({...embedding, address: framed}, more);
  return `${frame}\n<p><a href="${inHtml(linked)}">${inHtml(embedding.open)}</a></p>`;
}

/** A fenced block of Markdown. @param {string} name @param {string} inside */
const fenced = (name, inside) => `\`\`\`${name}\n${inside}\n\`\`\``;

/**
 * The code for each kind of page, by the names of the kinds.
 * @satisfies {Record<string, (embedding: Embedding) => string>}
 */
const CODES = {
  html: (embedding) => html(embedding, PLAIN),
  moodle: (embedding) => html(embedding, PLAIN),
  canvas: (embedding) => html(embedding, {}),
  /** As a block of the editor. */
  wordpress: (embedding) => `<!-- wp:html -->\n${html(embedding, PLAIN)}\n<!-- /wp:html -->`,
  /** It has neither a title nor a height, so the caption names it. PDF shows the placeholder. */
  myst(embedding) {
    const {framed, linked} = addresses(embedding);
    const caption = `${inMarkdown(embedding.title)}. [${inMarkdown(embedding.open)}](${inParentheses(linked)})`;
    return `:::{iframe} ${framed}\n:width: 100%\n:align: center\n:placeholder: ${PLACEHOLDER}\n${caption}\n:::`;
  },
  /** The file of the lab is in the folder that the book copies as it is. */
  jupyterbook: (embedding) => fenced('{raw} html', html(embedding, PLAIN, `_static/${FILE}`)),
  /** In documents of one file, a frame that is not said to stay outside would be packed into it. */
  quarto: (embedding) => fenced('{=html}', html(embedding, {...PLAIN, 'data-external': '1'})),
  /** Asked for when its slide comes near. */
  reveal: (embedding) => `<section>\n${html(embedding, {src: 'data-src', allow: PLAIN.allow})}\n</section>`,
};

/** The kinds of pages. @typedef {keyof typeof CODES} Host */
export const HOSTS = /** @type {Host[]} */ (Object.keys(CODES));

/** The code that embeds the lab in a kind of page. @param {Host} host @param {Embedding} embedding */
export const embedCode = (host, embedding) => CODES[host](embedding);

/** Whether a kind of page needs the file of the lab beside it. @param {Host} host @param {Embedding} embedding */
export const needsFile = (host, {site}) => !site || host === 'jupyterbook';
