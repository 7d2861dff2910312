// course-pages.mjs: what the programs that make course pages do with the code that the lab gives for them, as far as it matters to a
// frame: each takes the code as a lecturer pastes it, and answers the HTML that a student's browser gets.
import {require} from '../support.mjs';

const {parseFragment, serialize, defaultTreeAdapter: tree} = require('parse5');

/** Changes the frames in some HTML, by their attributes; without an answer the frame is left out. */
export function changeFrames(html, change) {
  const fragment = parseFragment(html);
  (function walk(node) {
    for (const child of [...(node.childNodes ?? [])]) {
      walk(child);
      if (child.tagName !== 'iframe') continue;
      const changed = change(Object.fromEntries(child.attrs.map(({name, value}) => [name, value])));
      if (changed) child.attrs = Object.entries(changed).map(([name, value]) => ({name, value}));
      else tree.detachNode(child);
    }
  })(fragment);
  return serialize(fragment);
}

/** Keeps only some attributes of frames. @param {string} html @param {string[]} names */
const keeping = (html, names) =>
  changeFrames(html, (attributes) =>
    Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name))),
  );

/** Canvas: what its canvas_sanitize keeps; no allow, no loading, no script, no data: address. */
export const canvas = (code) =>
  keeping(code, [
    'src',
    'width',
    'height',
    'name',
    'frameborder',
    'scrolling',
    'sandbox',
    'allowfullscreen',
    'title',
    'style',
  ]);

/** Moodle, for teachers: an editor that writes the frame anew with what it knows, and a theme whose frames are never wider than it. */
export const moodle = (code) =>
  `<div class="no-overflow">${keeping(code, ['src', 'width', 'height', 'name', 'title', 'allowfullscreen', 'allow', 'loading', 'style', 'frameborder'])}</div>`;

/** Moodle where the text of those who write it is not trusted (wikis, forums): the frame is gone. */
export const moodleUntrusted = (code) => changeFrames(code, () => undefined);

/** WordPress, a block of HTML: its comments are the editor's. */
export const wordpress = (code) => code.replace(/<!-- \/?wp:html -->\n?/g, '');

/** WordPress, for the html that oembed.json names: wp_filter_oembed_result keeps a frame alone, in a sandbox, with a secret; its block has a style. */
export const wordpressOembed = (html, secret) =>
  `<style>.wp-block-embed iframe { max-width: 100% }</style><figure class="wp-block-embed">${sandboxed(html, secret)}</figure>`;
const sandboxed = (html, secret) =>
  keeping(html, ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title']).replace(
    /<iframe (.*?)src="(.*?)"/,
    (_, before, src) =>
      `<iframe sandbox="allow-scripts" security="restricted" ${before}src="${src}#?secret=${secret}" data-secret="${secret}"`,
  );

/** The script of WordPress that gives such a frame the height that it tells. */
export const wordpressHeights = `<script>addEventListener('message', ({data, source}) => {
  const frame = document.querySelector('iframe[data-secret]');
  if (source === frame.contentWindow && data.secret === frame.dataset.secret && data.message === 'height')
    frame.height = Math.min(Math.max(parseInt(data.value, 10), 200), 1000);
});</script>`;

/** MyST: a directive with options and a caption, as a box of 60 % of its width without a title. */
export function myst(code) {
  const [, address, options, caption] = /^:::\{iframe\} (\S+)\n((?::\w+: .*\n)*)([^]*?)\n:::$/.exec(code);
  const {width, align, placeholder} = Object.fromEntries(
    options
      .trim()
      .split('\n')
      .map((line) => /^:(\w+): (.*)$/.exec(line).slice(1)),
  );
  const src = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<figure data-placeholder="${placeholder}" style="text-align:${align}"><div style="position:relative;display:inline-block;padding-bottom:60%;width:${width}">
<iframe width="100%" height="100%" src="${src}" allowfullscreen allow="autoplay" style="width:100%;height:100%;position:absolute;top:0;left:0;border:none"></iframe></div>
<figcaption>${markdown(caption)}</figcaption></figure>`;
}

/** As much of Markdown as a caption has: escapes and links. */
export const markdown = (text) =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_, shown, address) => `<a href="${address}">${shown}</a>`);

/** What a block of Markdown has between its fences. @param {string} name of the block */
const inFence = (code, name) => new RegExp(`^\`\`\`${name.replace(/[{}=]/g, '\\$&')}\\n([^]*)\\n\`\`\`$`).exec(code)[1];
export const jupyterbook = (code) => inFence(code, '{raw} html');
export const quarto = (code) => inFence(code, '{=html}');

/** reveal.js: a slide is shown and hidden with its frames asked for when it comes near, and sent away when it has gone. */
export const reveal = (code) => `<div class="slides">${code}</div>
<script>
  const slide = document.querySelector('.slides section');
  slide.style.display = 'none';
  const frames = () => slide.querySelectorAll('iframe[data-src]');
  window.goTo = (shown) => {
    slide.style.display = shown ? 'block' : 'none';
    for (const frame of frames())
      if (shown) frame.setAttribute('src', frame.dataset.src);
      else {
        frame.setAttribute('src', 'about:blank');
        frame.removeAttribute('src');
      }
  };
</script>`;

/** What each of them makes of the code for it. */
export const treats = {html: (code) => code, moodle, canvas, wordpress, myst, jupyterbook, quarto, reveal};

/** A page with something in it. @param {string} body @param {string} [title] */
export const page = (body, title = 'A course page') =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head><body>${body}</body></html>\n`;
