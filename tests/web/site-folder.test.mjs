// site-folder.test.mjs: what `make site` writes beside the page, and how a link finds the version that made it.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {after} from 'node:test';
import {assemble} from '../../web/build/assemble.mjs';
import {beside} from '../../web/build/build.mjs';
import {policyOf} from '../../web/build/policy.mjs';
import {oembedAddress, publicAddress, writeSite} from '../../web/build/site.mjs';
import {bundled, require, root} from '../support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'izh-site-'));
after(() => rmSync(folder, {recursive: true}));
const {version} = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));
const SCHEMA = 'izhikevich-lab.schema.json';

/** A new folder as the build has it when it has written the page. */
function newDist() {
  const dist = mkdtempSync(join(folder, 'dist-'));
  const write = (version, html) => {
    return quietly(() => writeSite({dist, version, files: {'index.html': html, [SCHEMA]: `schema of ${html}`}}));
  };
  const read = (...path) => readFileSync(join(dist, ...path), 'utf8');
  return {dist, write, read};
}

/** What is said on the console meanwhile. */
function quietly(use) {
  const {warn} = console;
  const said = [];
  console.warn = (text) => said.push(text);
  try {
    use();
  } finally {
    console.warn = warn;
  }
  return said;
}

test('page and schema also stand in a folder of their version', () => {
  const {dist, write, read} = newDist();
  assert.deepEqual(write('0.2.0-dev', 'one'), []);
  assert.deepEqual(readdirSync(dist).sort(), ['0.2.0-dev', 'index.html', SCHEMA]);
  assert.deepEqual(readdirSync(join(dist, '0.2.0-dev')).sort(), ['index.html', SCHEMA]);
  assert.deepEqual([read('0.2.0-dev', 'index.html'), read('0.2.0-dev', SCHEMA)], ['one', 'schema of one']);
  assert.equal(read(SCHEMA), 'schema of one');
});

test('a build of the same unreleased version replaces its folder', () => {
  const {write, read} = newDist();
  write('0.2.0-dev', 'one');
  assert.deepEqual(write('0.2.0-dev', 'two'), []);
  assert.deepEqual([read('0.2.0-dev', 'index.html'), read('0.2.0-dev', SCHEMA)], ['two', 'schema of two']);
});

test('a build of another version leaves the folders of earlier ones alone', () => {
  const {dist, write, read} = newDist();
  write('0.2.0-dev', 'one');
  write('0.2.0', 'two');
  mkdirSync(join(dist, 'pictures'));
  write('0.3.0-dev', 'three');
  assert.deepEqual(readdirSync(dist).sort(), ['0.2.0', '0.2.0-dev', '0.3.0-dev', 'index.html', SCHEMA, 'pictures']);
  assert.deepEqual([read('0.2.0-dev', 'index.html'), read('0.2.0', 'index.html')], ['one', 'two']);
  assert.deepEqual([read('0.2.0-dev', SCHEMA), read('0.2.0', SCHEMA)], ['schema of one', 'schema of two']);
  assert.deepEqual(
    [read('0.3.0-dev', 'index.html'), read('index.html'), read(SCHEMA)],
    ['three', 'three', 'schema of three'],
  );
});

test('what says where the lab stands does not outlive a build that does not know it', () => {
  const {dist, write} = newDist();
  write('0.2.0-dev', 'one');
  for (const folder of [dist, join(dist, '0.2.0-dev')]) writeFileSync(join(folder, 'oembed.json'), '{}');
  write('0.2.0-dev', 'two');
  for (const folder of [dist, join(dist, '0.2.0-dev')]) assert.ok(!readdirSync(folder).includes('oembed.json'));
});

test('a released version is never rewritten, and the build says so if it would have been', () => {
  const {write, read} = newDist();
  write('1.0.0', 'one');
  assert.deepEqual(write('1.0.0', 'one'), []);
  const [said, ...more] = write('1.0.0', 'two');
  assert.match(said, /1\.0\.0.*is left as it is/);
  assert.deepEqual(more, []);
  assert.deepEqual([read('1.0.0', 'index.html'), read('1.0.0', SCHEMA)], ['one', 'schema of one']);
});

test('the public address is one of the web, of a folder or of a page, without query and fragment', () => {
  assert.equal(publicAddress(undefined), '');
  assert.equal(publicAddress(''), '');
  assert.equal(publicAddress('https://example.org/lab/'), 'https://example.org/lab/');
  assert.equal(publicAddress('https://example.org/lab'), 'https://example.org/lab/');
  assert.equal(publicAddress('http://example.org'), 'http://example.org/');
  assert.equal(publicAddress('https://example.org/lab/neuron.html'), 'https://example.org/lab/neuron.html');
  for (const wrong of [
    'example.org/lab',
    'file:///lab/',
    'https://example.org/?a=1',
    'https://example.org/#RS',
    'javascript:1',
  ])
    assert.throws(() => publicAddress(wrong), wrong);
});

// --- what programs are told of it -------------------------------------------------------------------------------------

const ADDRESS = 'https://example.org/lab/';
/** index.html with everything in it that stands before its body ends, except scripts. */
const head = (address) => {
  const style = '.lab { color: red }'.repeat(1e4);
  const given = {
    script: '',
    workers: '',
    core: '',
    texts: '',
    picture: '<svg></svg>',
    icon: 'data:image/svg+xml;base64,',
  };
  const html = readFileSync(join(root, 'web/index.html'), 'utf8');
  return assemble(html, {...given, style, oembed: oembedAddress(address)});
};

test('where it is known where the lab stands, WordPress finds how to embed it, in the first 150 kB of the head', () => {
  const page = head(ADDRESS);
  const read = page.slice(0, 153600).split('</head>')[0]; // as WP_oEmbed::discover reads
  const [link, ...more] = read.match(/<link[^>]*application\/json\+oembed[^>]*>/g);
  assert.deepEqual(more, []);
  assert.match(link, /rel="alternate"/);
  assert.match(link, /href="https:\/\/example\.org\/lab\/oembed\.json"/);
  assert.match(head('https://example.org/lab/neuron.html'), /href="https:\/\/example\.org\/lab\/oembed\.json"/);
});

test('what it finds there is one frame of the lab', async () => {
  const files = await beside(head(ADDRESS), ADDRESS);
  const said = JSON.parse(files['oembed.json']);
  const {html, ...rest} = said;
  assert.deepEqual(rest, {
    version: '1.0',
    type: 'rich',
    title: 'Izhikevich Lab',
    provider_name: 'Izhikevich Lab',
    provider_url: ADDRESS,
    width: 800,
    height: 600,
  });
  const {parseFragment} = require('parse5');
  const [frame, ...more] = parseFragment(html).childNodes;
  assert.deepEqual(more, []); // beside anything else WordPress hides the frame until it tells its height
  assert.equal(frame.tagName, 'iframe');
  const attributes = Object.fromEntries(frame.attrs.map(({name, value}) => [name, value]));
  assert.ok(attributes.src.startsWith(ADDRESS), attributes.src);
  assert.deepEqual([attributes.width, attributes.height, attributes.title], ['800', '600', 'Izhikevich Lab']);
});

test('where that is not known, nothing is said of it', async () => {
  assert.ok(!head('').includes('oembed'));
  assert.ok(!('oembed.json' in (await beside(head(''), ''))));
});

test('the policy names the scripts and the styles of the page, not its data, and nothing else is allowed', () => {
  const page =
    '<!doctype html><style>a {}</style><noscript><style>b {}</style></noscript>' +
    '<script type="text/plain">data</script><script>say("<style>c {}</style>")</script>';
  const sha = (text) => createHash('sha256').update(text).digest('base64');
  assert.equal(
    policyOf(page),
    `default-src 'none'; script-src 'sha256-${sha('say("<style>c {}</style>")')}' 'wasm-unsafe-eval'; ` +
      `style-src 'sha256-${sha('a {}')}' 'sha256-${sha('b {}')}'; img-src data: blob:; font-src data:; ` +
      "worker-src 'self' blob:; manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  );
});

test('make hands the public address on to the build', () => {
  const said = execFileSync('make', ['-n', 'site', 'ADDRESS=https://example.org/lab/'], {cwd: root, encoding: 'utf8'});
  assert.match(said, /^ADDRESS='https:\/\/example\.org\/lab\/' node web\/build\/build\.mjs$/m);
});

test('the repository is cited as the version that it builds', () => {
  const cited = /^version: (.*)$/m.exec(readFileSync(join(root, 'CITATION.cff'), 'utf8'))[1];
  assert.equal(cited, version);
  assert.equal(JSON.parse(readFileSync(join(root, 'web/package-lock.json'), 'utf8')).version, version);
});

const {linkTo, otherVersion} = await bundled('web/send/site-address.js');
/** Calls `use` where the page stands at an address. */
function standing(address, use) {
  globalThis.location = new URL(address);
  try {
    return use();
  } finally {
    delete globalThis.location;
  }
}

test('a link names the version that made it, and how it is shown', () => {
  const link = (address, ...what) => standing(address, () => linkTo(...what));
  assert.equal(link('https://example.org/lab/?lang=es#IB', 'RS&I=70'), `https://example.org/lab/?v=${version}#RS&I=70`);
  assert.equal(
    link('https://example.org/a.html', 'RS', {theme: 'dark', answers: 'off', lang: ''}),
    `https://example.org/a.html?v=${version}&answers=off&theme=dark#RS`,
  );
  assert.equal(link('file:///home/me/a.html', 'RS'), `?v=${version}#RS`);
});

test('a link of another version leads to the folder of that version, with all that it says', () => {
  const other = (address, search, hash = '#RS&I=70') => standing(address, () => otherVersion(search, hash));
  const search = '?v=0.1.0&answers=off';
  const found = (href) => ({version: '0.1.0', href});
  assert.deepEqual(
    other('https://example.org/lab/', search),
    found('https://example.org/lab/0.1.0/?v=0.1.0&answers=off#RS&I=70'),
  );
  assert.deepEqual(
    other('https://example.org/lab/index.html', search, ''),
    found('https://example.org/lab/0.1.0/?v=0.1.0&answers=off'),
  );
  // In the folder of its own version, the others are beside it.
  for (const page of ['', 'index.html'])
    assert.deepEqual(
      other(`https://example.org/lab/${version}/${page}`, search),
      found('https://example.org/lab/0.1.0/?v=0.1.0&answers=off#RS&I=70'),
    );
  // From disk, nobody knows where the others are.
  assert.deepEqual(other('file:///home/me/lab.html', search), found(''));
  assert.equal(other('https://example.org/', '?v=1.2.3-rc.1').version, '1.2.3-rc.1');
  for (const no of [
    '',
    '?lang=es',
    `?v=${version}`,
    '?v=',
    '?v=../..',
    '?v=1',
    '?v=1.0.0/..',
    '?v=//evil.org',
    '?v=1.0.0-a%2F..',
  ])
    assert.equal(other('https://example.org/', no), undefined, no);
});
