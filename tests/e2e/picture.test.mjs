// picture.test.mjs: the plots as files: what is in an SVG, as other programs read it, against what a canvas shows; the PNG; what is withheld.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {letters} from '../../web/build/letters.mjs';
import {root} from '../support.mjs';
import {pageOfLabs} from './built.mjs';
import {ask, at, open, openAnalysis, press, ready, settle} from './lab.mjs';
import {browsers} from './support.mjs';

let page = '';
before(async () => {
  page = await pageOfLabs('pictures', {fonts: await letters(join(root, 'web'))});
});

const LINK = 'https://example.org/lab?a=1&b=2#RS';

/** In the page, before any lab: notes the curves and the texts of each canvas that becomes part of a picture. */
function watchCanvas() {
  const {prototype} = CanvasRenderingContext2D;
  const noted = (window.noted = {curves: 0, texts: [], mute: false});
  const own = new WeakMap();
  const of = ({canvas}) => own.get(canvas) ?? own.set(canvas, {curves: 0, texts: []}).get(canvas);
  const lines = new WeakSet();
  const {lineTo} = Path2D.prototype;
  Path2D.prototype.lineTo = function (...to) {
    lines.add(this);
    return lineTo.apply(this, to);
  };
  const {stroke, fillText, strokeText, drawImage} = prototype;
  prototype.stroke = function (...given) {
    if (lines.has(given[0])) of(this).curves += 1;
    return stroke.apply(this, given);
  };
  prototype.fillText = function (text, ...more) {
    // Chart.js keeps the room of the titles, which the plot writes.
    if (this.fillStyle !== 'rgba(0, 0, 0, 0)') of(this).texts.push(String(text));
    return noted.mute ? undefined : fillText.call(this, text, ...more);
  };
  prototype.strokeText = function (...given) {
    return noted.mute ? undefined : strokeText.apply(this, given);
  };
  prototype.drawImage = function (image, ...more) {
    const {curves, texts} = own.get(image) ?? {curves: 0, texts: []};
    noted.curves += curves;
    noted.texts.push(...texts);
    return drawImage.call(this, image, ...more);
  };
}

/** In the page: a picture, its bytes in base64, and what the screen's kind of canvas was asked for. */
async function takePicture(id, wish, mute = false) {
  Object.assign(noted, {curves: 0, texts: [], mute});
  // It is drawn at once; only the bytes take longer, and meanwhile the screen may be drawn.
  const making = lab.picture(id, wish);
  const {curves, texts} = noted;
  Object.assign(noted, {mute: false, texts: []});
  const {blob, ...one} = await making;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return {...one, size: blob.size, base64: btoa(binary), curves, texts};
}

/**
 * In the page: of PNGs, in some areas, how many pixels of the second, and of the third (`blank`), differ from those of the first
 * by a quarter of all there is, and how many have ink; their sizes, and whether the first is opaque everywhere.
 */
async function compareImages(areas, ...both) {
  const images = [];
  for (const one of both) {
    const bytes = Uint8Array.from(atob(one), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
    const ctx = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    ctx.drawImage(bitmap, 0, 0);
    images.push(ctx.getImageData(0, 0, bitmap.width, bitmap.height));
  }
  const [a, b, without] = images.map(({data}) => data);
  const found = {
    differing: 0,
    blank: 0,
    inked: 0,
    opaque: true,
    sizes: images.map(({width, height}) => [width, height]),
  };
  const apart = (one, other, i, j) => Math.max(...[0, 1, 2].map((k) => Math.abs(one[i + k] - other[j + k]))) > 64;
  const {width} = images[0];
  const within = ([left, top, right, bottom], x, y) => x >= left && x < right && y >= top && y < bottom;
  for (let i = 0; i < a.length; i += 4) {
    if (a[i + 3] < 255) found.opaque = false;
    const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
    if (!areas.some((area) => within(area, x, y))) continue;
    if (apart(a, b, i, i)) found.differing += 1;
    if (apart(a, without, i, i)) found.blank += 1;
    if (apart(a, a, i, 0) || apart(b, b, i, 0)) found.inked += 1;
  }
  return found;
}

/** In the page: an SVG as its own document and as it is laid out: its curves, its texts with their boxes, what is said of it. */
function readPicture(text) {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const wrong = within(parsed, at.notXml)?.textContent;
  const svg = document.body.appendChild(document.importNode(parsed.documentElement, true));
  const {width, height} = svg.viewBox.baseVal;
  const own = svg.getBoundingClientRect();
  const scale = width / own.width;
  const boxOf = (node) => {
    const {left, right, top, bottom} = node.getBoundingClientRect();
    return [left - own.left, top - own.top, right - own.left, bottom - own.top].map((x) => x * scale);
  };
  const all = (where) => allWithin(svg, where);
  const plain = ({textContent}) => textContent.replaceAll('\u00a0', ' ');
  const numbers = (where, name) => all(where).map((node) => Number(node.getAttribute(name)));
  /** Where curves are drawn. */
  const areas = all(at.drawnClips).map((group) => {
    const [, id] = /#(.*)\)/.exec(group.getAttribute('clip-path'));
    const clip = within(svg, at.drawnBy(id)).firstElementChild;
    const corners = clip
      .getAttribute('d')
      .match(/[-\d.]+/g)
      .map(Number);
    const [xs, ys] = [0, 1].map((axis) => corners.filter((_, i) => i % 2 === axis));
    const part = group.parentNode.parentNode;
    const down = part.transform.baseVal.consolidate().matrix.f;
    return [Math.min(...xs), Math.min(...ys) + down, Math.max(...xs), Math.max(...ys) + down];
  });
  const texts = all(at.drawnTexts);
  const found = {
    wrong,
    areas,
    width,
    height,
    size: [svg.getAttribute('width'), svg.getAttribute('height')],
    curves: all(at.drawnCurves).map((curve) => allWithin(curve, at.drawnLine).map((path) => path.getAttribute('d'))),
    texts: texts.map((node) => ({text: plain(node), box: boxOf(node), turned: node.hasAttribute('transform')})),
    runs: texts.flatMap((node) => (node.firstElementChild ? [...node.children] : [node]).map((one) => one.textContent)),
    sizes: numbers(at.drawnSizes, 'font-size'),
    lines: numbers(at.drawnWidths, 'stroke-width'),
    italics: all(at.drawnItalics).map((node) => node.textContent),
    others: all(at.drawnOtherwise).length,
    title: plain(within(svg, at.fileTitle)),
    told: plain(within(svg, at.fileTold)),
    facts: all(at.fileFacts)
      .filter((one) => !one.children.length)
      .map((one) => one.textContent),
    ids: all(at.drawnIds).map(({id}) => id),
  };
  svg.remove();
  return found;
}

const IN_PAGE = {takePicture, compareImages, readPicture};

/** Opens a lab with a preset, and passes it to `use`; fails if the page had errors or made requests. */
async function withPictures(options, preset, use) {
  const {
    frame,
    page: tab,
    errors,
    requests,
    close,
  } = await open({
    file: page,
    ...options,
    before: async (tab) => {
      await tab.evaluateOnNewDocument(watchCanvas);
      for (const [name, one] of Object.entries(IN_PAGE)) await tab.evaluateOnNewDocument(`window.${name} = ${one}`);
    },
  });
  try {
    await frame.evaluate(
      async (options) => {
        window.lab = window.mount(document.body, options);
        await window.lab.ready;
      },
      {preset, language: options.language ?? 'en', ...options.lab},
    );
    await ready(frame);
    await settle(frame);
    await use(frame, tab);
    assert.deepEqual(errors, []);
    assert.deepEqual(requests, []);
  } finally {
    await close();
  }
}

const offered = async (frame) => (await frame.evaluate(() => lab.pictures())).map(({id}) => id);
const take = (frame, id, wish, mute) =>
  frame.evaluate(
    (id, wish, mute) => takePicture(id, wish, mute),
    id,
    {format: 'svg', width: 85, link: LINK, ...wish},
    mute,
  );

/** Opens an analysis, and waits until its picture no longer changes. */
async function analyse(frame, tab, id) {
  await openAnalysis(frame, tab);
  await frame.waitForFunction((id) => lab.pictures().some((one) => one.id === id), {timeout: 20e3}, id);
  const rests = (stop, rested) => !part(stop) || part(rested);
  await frame.waitForFunction(rests, {timeout: 60e3}, at.stop(tab), at.rested(tab));
}

/** What a program other than a browser makes of an SVG, as PNG in base64. */
const rendered = (svg, {width, height}) =>
  execFileSync('rsvg-convert', ['-w', 2 * width, '-h', 2 * height], {input: svg, maxBuffer: 1e8}).toString('base64');

/** 8 pt, and half a point, in px of a picture: 150 of them are an inch, which is 72 pt. */
const TYPE = (8 * 150) / 72;
const THINNEST = (0.5 * 150) / 72;

/** What holds for every picture. */
function checkPicture(shot, read, id) {
  assert.equal(read.wrong, undefined, id);
  assert.equal(read.others, 0, `${id}: nothing but paths and texts`);
  assert.equal(new Set(read.ids).size, read.ids.length, `${id}: ids are unique`);
  // A curve of a dataset is one path, as it is for the canvas.
  assert.deepEqual(
    read.curves.map((lines) => lines.length).filter((count) => count > 1),
    [],
    id,
  );
  assert.equal(read.curves.flat().length, shot.png.curves, `${id}: its curves`);
  assert.ok(
    read.curves.flat().every((d) => /^M[-\d. ]+L[^A-Z]/.test(d)),
    `${id}: each has points`,
  );
  // The texts of the canvas, each as often; letters of another font are runs of their own in both.
  assert.deepEqual([...read.runs].sort(), [...shot.png.texts].sort(), `${id}: its texts`);
  assert.ok(Math.max(...read.sizes) < 1.2 * TYPE && Math.min(...read.sizes) > 0.8 * TYPE, `${id}: ${read.sizes}`);
  // Rounded to hundredths.
  assert.ok(Math.min(...read.lines) >= THINNEST - 0.005, `${id}: ${Math.min(...read.lines)}`);
  // Letters leave a fifth of their line free above and below.
  const boxes = read.texts.map(({text, box: [left, top, right, bottom], turned}) => {
    const [x, y] = turned ? [(right - left) / 5, 0] : [0, (bottom - top) / 5];
    return {text, left: left + x, right: right - x, top: top + y, bottom: bottom - y};
  });
  for (const [i, one] of boxes.entries()) {
    const inside = one.left >= 0 && one.top >= 0 && one.right <= read.width && one.bottom <= read.height;
    assert.ok(inside, `${id}: '${one.text}' is within the picture`);
    for (const other of boxes.slice(i + 1)) {
      const over = one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
      assert.ok(!over, `${id}: '${one.text}' is not over '${other.text}'`);
    }
  }
}

/** The axes themselves, which a canvas draws on whole dots, are this near to the area of the curves, in px. */
const EDGE = 3;
/**
 * Of the pixels with ink, as many may differ by a quarter of all there is: where lines of several widths cross, edges are smoothed
 * differently, but a line two dots wide that is a quarter of a dot off would already be twice as many.
 */
const DIFFERING = 0.005;

/** Compares a picture without its texts, which are in other fonts, with what the canvas shows. */
async function checkDrawing(frame, id, wish, {areas}) {
  const [svg, png] = [await take(frame, id, wish, true), await take(frame, id, {...wish, format: 'png'}, true)];
  const bare = svg.text.replace(/<text.*?<\/text>|<use[^>]*>/g, '');
  const inner = areas.map(([left, top, right, bottom]) =>
    [left + EDGE, top + EDGE, right - EDGE, bottom - EDGE].map((x) => Math.round(2 * x)),
  );
  const {differing, inked, blank, opaque, sizes} = await frame.evaluate(
    (...given) => compareImages(...given),
    inner,
    png.base64,
    rendered(bare, svg),
    rendered(bare.replace(/<g class="curve">.*?<\/g><\/g>/g, ''), svg),
  );
  assert.ok(opaque, id);
  assert.deepEqual(sizes, Array(3).fill([png.width, png.height]));
  assert.deepEqual([png.width, png.height], [2 * svg.width, 2 * svg.height]);
  assert.ok(inked > 1000 && differing < DIFFERING * inked, `${id}: ${differing} of ${inked} px differ`);
  assert.ok(blank > 10 * DIFFERING * inked, `${id}: without its curves, only ${blank} px would differ`);
}

/** Both files of a picture, with all that holds for any. */
async function checkAll(frame, id, wish = {}) {
  const shot = {svg: await take(frame, id, wish), png: await take(frame, id, {...wish, format: 'png'})};
  const read = await frame.evaluate((text) => readPicture(text), shot.svg.text);
  checkPicture(shot, read, id);
  await checkDrawing(frame, id, wish, read);
  return {...shot, read};
}

for (const browser of browsers) {
  test(`every plot is a picture with its curves, its texts and no other marks (${browser})`, async () => {
    await withPictures({browser}, 'IB', async (frame) => {
      await ask(frame, 'ghost', {what: 'pin'});
      await frame.evaluate(() => void lab.edit({cell: {d: 90}}));
      await settle(frame);
      const own = ['v', 'u', 'I', 'traces', 'plane'];
      assert.deepEqual(await offered(frame), own);
      const v = await checkAll(frame, 'v');
      assert.equal(v.read.curves.length, 2, 'the run and the pinned one');
      for (const [id, title] of [
        ['v', 'v [mV]'],
        ['u', 'u [pA]'],
        ['I', 'I [pA]'],
      ]) {
        const {read} = id === 'v' ? v : await checkAll(frame, id);
        const texts = read.texts.map(({text}) => text);
        for (const text of [title, 't [ms]', 'IB']) assert.ok(texts.includes(text), `${text} among ${texts}`);
        assert.ok(read.italics.includes(id) && read.italics.includes('t'));
      }
      assert.ok(
        v.read.texts.some(({text}) => text === 'vpeak 50'),
        'the voltages are named',
      );
      const stack = await checkAll(frame, 'traces');
      assert.equal(stack.read.curves.length, 6);
      assert.equal(stack.read.texts.filter(({text}) => text === 't [ms]').length, 1, 'one axis of time');
      await checkAll(frame, 'plane');
      for (const [tab, ids] of [
        ['rate', ['fI', 'onset']],
        ['thresholds', ['strength']],
        ['map', ['map']],
        ['bifurcation', ['bifurcation']],
      ]) {
        await analyse(frame, tab, ids[0]);
        const now = await offered(frame);
        assert.deepEqual(
          ids.filter((id) => !now.includes(id)),
          [],
        );
        for (const id of ids) await checkAll(frame, id);
      }
    });
  });
}

test('a picture is as wide as a column of a journal or as its page, and says what it is', async () => {
  await withPictures({}, 'RS', async (frame) => {
    const {version} = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));
    const cited = /^title: (.*)$/m.exec(readFileSync(join(root, 'CITATION.cff'), 'utf8'))[1];
    for (const width of [85, 180]) {
      const {svg, png, read} = await checkAll(frame, 'plane', {width});
      assert.equal(read.size[0], `${width}mm`);
      // 150 px an inch, to whole px.
      assert.equal(read.width, Math.round((width / 25.4) * 150));
      assert.ok(Math.abs(parseFloat(read.size[1]) / width - read.height / read.width) < 1e-3);
      assert.deepEqual(
        [svg.name, svg.type, png.name, png.type],
        ['RS_plane.svg', 'image/svg+xml', 'RS_plane.png', 'image/png'],
      );
      assert.match(read.title, /^Regular spiking cell: Phase plane$/);
      assert.match(read.told, /^Phase plane at I = 70 pA/);
      const bytes = Buffer.from(png.base64, 'base64');
      // 300 dots an inch are 11811 in a metre.
      assert.equal(bytes.toString('latin1', 37, 41), 'pHYs');
      assert.equal(bytes.readUInt32BE(41), 11811);
      for (const fact of [LINK, `Izhikevich Lab ${version}`, read.title]) {
        assert.ok(read.facts.includes(fact), `${fact} among ${read.facts}`);
        assert.ok(bytes.includes(fact), fact);
      }
      assert.ok(read.facts.some((fact) => fact.includes(cited) && fact.includes(version)));
    }
    const {svg} = await checkAll(frame, 'v', {theme: 'dark'});
    assert.match(svg.text, /<rect class="ground" fill="#0d1219"/);
    await frame.evaluate(() => void lab.edit({cell: {d: 90}}));
    await settle(frame);
    assert.equal((await take(frame, 'v', {format: 'png'})).name, 'RS-edited_v.png');
    const left = await frame.evaluate(() => [parts(at.paper).length, String(Path2D)]);
    assert.deepEqual(left, [0, 'function Path2D() { [native code] }']);
  });
});

test('runs that are drawn together are told apart by a legend', async () => {
  await withPictures({}, 'note-4', async (frame) => {
    for (const id of ['v', 'traces', 'plane']) {
      const {read, png} = await checkAll(frame, id);
      assert.match(png.name, /^note-4_/);
      const texts = read.texts.map(({text}) => text);
      assert.deepEqual(
        ['51.5 pA', '52 pA'].map((name) => texts.filter((text) => text === name).length),
        [1, 1],
        id,
      );
    }
    await analyse(frame, 'rate', 'fI');
    // The curve is alone unless the runs are wanted in it.
    const alone = await checkAll(frame, 'fI');
    assert.ok(!alone.read.texts.some(({text}) => /^[\d.]+ pA|^this run$/.test(text)));
    await press(frame, at.markRun('rate'));
    const {read} = await checkAll(frame, 'fI');
    const names = read.texts.filter(({text}) => /^[\d.]+ pA(, rk4)?$/.test(text));
    assert.equal(names.length, await frame.evaluate(() => lab.inside.session.runs.length));
    await ask(frame, 'ghost', {what: 'pin'});
    await ask(frame, 'ghost', {what: 'rename', index: 0, name: 'a <name> that is too long for a line, '.repeat(4)});
    const long = await checkAll(frame, 'v');
    assert.ok(long.read.texts.some(({text}) => /^a <name> .*…$/.test(text)));
  });
});

test('a picture is the same on a phone, in any theme, whatever is pointed at', async () => {
  const shots = [];
  for (const [options, theme] of [
    [{}, 'light'],
    [{width: 390, height: 844}, 'dark'],
    [{dark: true}, 'projector'],
  ])
    await withPictures({...options, lab: {theme}}, 'RS', async (frame) => {
      await analyse(frame, 'rate', 'fI');
      await ask(frame, 'cursor', {time: 321, how: 'hover'});
      const texts = [];
      for (const id of ['traces', 'fI']) texts.push((await take(frame, id)).text);
      await ask(frame, 'cursor', {time: null});
      texts.push((await take(frame, 'plane')).text);
      shots.push(texts);
    });
  assert.deepEqual(shots[1], shots[0]);
  assert.deepEqual(shots[2], shots[0]);
});

test('an instant that was chosen is marked, in each plot', async () => {
  await withPictures({}, 'RS', async (frame) => {
    const ids = ['v', 'traces', 'plane'];
    const discs = async () => {
      const all = [];
      for (const id of ids) all.push((await take(frame, id)).text.match(/A4.5 4.5/g)?.length ?? 0);
      return all;
    };
    await ask(frame, 'cursor', {time: 321, how: 'hover'});
    assert.deepEqual(await discs(), [0, 0, 0]);
    await ask(frame, 'cursor', {time: 321, how: 'press'});
    // A disc is two arcs.
    assert.deepEqual(await discs(), [2, 6, 2]);
  });
});

test('what is withheld is in no picture', async () => {
  await withPictures({}, 'RS', async (frame) => {
    await analyse(frame, 'rate', 'fI');
    const told = await frame.evaluate((text) => readPicture(text), (await take(frame, 'plane')).text);
    assert.ok(told.texts.some(({text}) => text === '18.57 pA'));
    await frame.evaluate(() => lab.withhold(['analyses', 'descriptions', 'captions', 'verdict']));
    await settle(frame);
    assert.ok(!(await offered(frame)).includes('fI'));
  });
  await withPictures({lab: {answers: false}}, 'RS', async (frame) => {
    assert.deepEqual(await offered(frame), ['v', 'u', 'I', 'traces', 'plane']);
    const plane = await take(frame, 'plane');
    const read = await frame.evaluate((text) => readPicture(text), plane.text);
    assert.deepEqual([read.title, read.told], ['RS: Phase plane', '']);
    assert.ok(
      !read.texts.some(({text}) => text.includes('pA') && !text.includes('[')),
      'no distance from the threshold',
    );
    const png = await take(frame, 'plane', {format: 'png'});
    assert.ok(!Buffer.from(png.base64, 'base64').includes('threshold'));
  });
});
