// embed-code.test.mjs: the code that embeds the lab, as it arrives in a student's browser after the program that made the page had it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {markdown, moodleUntrusted, treats, wordpressOembed} from '../hosts/course-pages.mjs';
import {bundled, require} from '../support.mjs';

const {HOSTS, SIZE, embedCode, frameCode, needsFile} = await bundled('web/send/embed-code.js');
const {parseFragment} = require('parse5');

const SITE = 'https://example.org/lab/';
const LAB = {
  site: SITE,
  query: '?v=1.0.0&view=figure&show=v,current&lock=cell',
  link: '?v=1.0.0&lock=cell',
  fragment: '#RS&I=80&title=a!26!b+!22!c!22!+!29!',
  title: 'Lecture 3: “rheobase” & <b>more</b> "quoted" [x](y) *z* _u_',
  open: 'Open in Izhikevich Lab',
  ...SIZE,
};

/** All elements of some HTML with these names. */
function elements(html, name) {
  const found = [];
  (function walk(node) {
    for (const child of node.childNodes ?? []) {
      if (child.tagName === name)
        found.push({
          text: (function textOf(one) {
            return one.value ?? (one.childNodes ?? []).map(textOf).join('');
          })(child),
          ...Object.fromEntries(child.attrs.map(({name, value}) => [name, value])),
        });
      walk(child);
    }
  })(parseFragment(html));
  return found;
}

test('there is code for each kind of page, and each has a host here that treats it as it does', () => {
  assert.deepEqual(HOSTS, Object.keys(treats));
});

for (const host of Object.keys(treats)) {
  test(`${host}: one frame arrives, with the address as it was, and a link below it that opens the lab`, () => {
    const html = treats[host](embedCode(host, LAB));
    const [frame, ...more] = elements(html, 'iframe');
    assert.deepEqual(more, []);
    const place = host === 'jupyterbook' ? '_static/izhikevich-lab.html' : SITE;
    assert.equal(frame[host === 'reveal' ? 'data-src' : 'src'], place + LAB.query + LAB.fragment);
    const [link, ...others] = elements(html, 'a');
    assert.deepEqual(others, []);
    assert.equal(link.text, LAB.open);
    assert.equal(decodeURI(link.href), decodeURI(place + LAB.link + LAB.fragment));
    // Nothing of a title is taken for more than text.
    assert.deepEqual(elements(html, 'b'), []);
    if (host === 'myst') {
      const [caption] = elements(html, 'figcaption');
      assert.equal(caption.text, `${LAB.title}. ${LAB.open}`);
      return;
    }
    assert.equal(frame.title, LAB.title);
    assert.deepEqual([frame.width, frame.height, frame.allowfullscreen], ['800', '600', '']);
    assert.match(frame.style, /border:0;max-width:100%/);
    if (host !== 'canvas') assert.match(frame.allow, /clipboard-write/);
    if (!['canvas', 'reveal'].includes(host)) assert.equal(frame.loading, 'lazy');
  });

  test(`${host}: where it is not known where the lab stands, its file is beside the page`, () => {
    const html = treats[host](embedCode(host, {...LAB, site: ''}));
    const [frame] = elements(html, 'iframe');
    assert.match(frame.src ?? frame['data-src'], /^(_static\/)?izhikevich-lab\.html\?v=1/);
    assert.equal(needsFile(host, {...LAB, site: ''}), true);
    assert.equal(needsFile(host, LAB), host === 'jupyterbook');
  });
}

test('what a host refuses leaves the link', () => {
  const html = moodleUntrusted(embedCode('moodle', LAB));
  assert.deepEqual(elements(html, 'iframe'), []);
  assert.equal(elements(html, 'a')[0].href, SITE + LAB.link + LAB.fragment);
});

test('Canvas is given nothing that it would strip', () => {
  const code = embedCode('canvas', LAB);
  assert.deepEqual(elements(treats.canvas(code), 'iframe'), elements(code, 'iframe'));
});

test('Quarto leaves the frame outside of a document of one file; MyST has a picture for paper', () => {
  assert.equal(elements(treats.quarto(embedCode('quarto', LAB)), 'iframe')[0]['data-external'], '1');
  assert.equal(elements(treats.myst(embedCode('myst', LAB)), 'figure')[0]['data-placeholder'], 'izhikevich-lab.png');
});

test('what oembed.json names is a frame after WordPress had it, with its secret after the lab’s own fragment', () => {
  const html = wordpressOembed(frameCode({address: `${SITE}#RS`, title: 'Izhikevich Lab', ...SIZE}), 'aB3dE5fG7h');
  const [frame] = elements(html, 'iframe');
  assert.equal(frame.src, `${SITE}#RS#?secret=aB3dE5fG7h`);
  assert.deepEqual([frame.sandbox, frame.width, frame.title], ['allow-scripts', '800', 'Izhikevich Lab']);
});

test('a caption is one line of text, whatever it is made of', () => {
  for (const title of ['a\n:::\nb', '```', ':::{raw} html', '$x$ {x}`y` [^1] ![x](y)', '# 1. - +']) {
    const code = embedCode('myst', {...LAB, title});
    const shown = title.replace(/\s+/g, ' ');
    assert.equal(code.split('\n').length, 6, title);
    const [caption] = elements(markdown(code.split('\n')[4]).replace(/^/, '<p>'), 'p');
    assert.equal(caption.text, `${shown}. ${LAB.open}`);
  }
});
