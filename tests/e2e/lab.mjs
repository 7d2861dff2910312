// lab.mjs: the page as its users have it: what they read from it, and what they do to it. `frame` is where the lab is.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {open} from './support.mjs';

/** For what no browser does in its own way: it is asked of one alone, so that all can be asked in ten minutes. */
export const inOne = (/** @type {string} */ browser) => (browser === 'chromium' ? test : () => {});

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two frames: what an edit asks for is drawn in the next one. */
export const settle = (frame) =>
  frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Opens the page, waits until it stands, hands it to `use`, and holds it to have asked for and complained of nothing. */
export async function withLab(options, use) {
  const lab = await open(options);
  try {
    await lab.frame.waitForFunction(() => document.documentElement.dataset.ready === 'true', {timeout: 10e3});
    // What the worker finds for the phase plane arrives soon, and changes its picture.
    const drawn = () => document.querySelector('.plane-note')?.textContent;
    await lab.frame.waitForFunction(drawn, {timeout: 2000}).catch(() => {});
    await settle(lab.frame);
    await use(lab);
    assert.deepEqual(lab.errors, []);
    assert.deepEqual(lab.requests, []);
  } finally {
    await lab.close();
  }
}

/** Opens a preset by its link, within the page. */
export async function goto(frame, id) {
  const current = await frame.evaluate(async (hash) => {
    const changed = new Promise((done) => addEventListener('hashchange', done, {once: true}));
    if (location.hash === hash) location.hash = '#';
    location.hash = hash;
    await changed;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return document.querySelector('[aria-current]').dataset.preset;
  }, `#${id}`);
  assert.equal(current, id);
}

/**
 * Opens one preset after another and answers what `look` finds at each, by id. `look` runs in the page; a question and
 * answer for each would take longer than all the drawing.
 */
export const atEach = (frame, ids, look) =>
  frame.evaluate(
    async (ids, source) => {
      const look = (0, eval)(`(${source})`);
      const found = {};
      for (const id of ids) {
        const changed = new Promise((done) => addEventListener('hashchange', done, {once: true}));
        if (location.hash === `#${id}`) location.hash = '#';
        location.hash = `#${id}`;
        await changed;
        // Drawn in the first of these frames, laid out by then; the canvases take their new sizes in the third.
        for (let frames = 0; frames < 4; frames += 1) await new Promise(requestAnimationFrame);
        const shown = document.querySelector('[aria-current]').dataset.preset;
        if (shown !== id) throw new Error(`${shown} instead of ${id}`);
        found[id] = look();
      }
      return found;
    },
    ids,
    String(look),
  );

/** A text of the page with plain spaces, also where the page lets no line break. */
export const spaced = (written) => written.replaceAll('\u00a0', ' ');

export const text = (frame, selector) => frame.$eval(selector, (node) => node.textContent);

/** A number as the page writes it, with its true minus and its unit. */
export const number = (written) => Number(/[−-]?[\d.]+(e-?\d+)?/.exec(written)?.[0].replace('−', '-'));

/** Whether somebody can see it. */
export const visible = (frame, selector) =>
  frame.$eval(selector, (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(node).visibility === 'visible';
  });

/** In the page: the spike counts that stand there, by run: its table, or its measures where there is one run. */
export function countsOnPage() {
  const rows = [...document.querySelectorAll('run-list tbody tr')];
  const written = rows.length
    ? rows.map((row) => row.cells[1].textContent)
    : [document.querySelector('[data-measure=count]').textContent];
  return written.map(Number);
}

export const counts = (frame) => frame.evaluate(countsOnPage);

/** The table of runs as texts. */
export const runTable = (frame) =>
  frame.$$eval('run-list tbody tr', (rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

/** Everything drawn, as it lies in the canvases. */
export const picture = (frame) =>
  frame.$$eval('canvas', (all) => all.map((canvas) => (canvas.offsetParent ? canvas.toDataURL() : '')));

/** The labels of the plots on show. */
export const labels = (frame) =>
  frame.$$eval('canvas', (all) =>
    all.filter((canvas) => canvas.offsetParent).map((canvas) => canvas.getAttribute('aria-label')),
  );

/** Gives a number field a text at one stroke, as pasting does; answers what the page then says beside it. */
export async function enter(frame, path, written) {
  const said = await frame.evaluate(
    (path, written) => {
      const row = document.querySelector(`[data-path="${path}"]`);
      const input = row.querySelector('.number');
      input.value = written;
      input.dispatchEvent(new Event('input', {bubbles: true}));
      const problem = row.querySelector('.problem');
      return {
        problem: problem.hidden ? '' : problem.textContent,
        invalid: input.getAttribute('aria-invalid') === 'true',
        children: problem.children.length,
      };
    },
    path,
    written,
  );
  return {...said, problem: spaced(said.problem)};
}

/** What a number field shows. */
export const shown = (frame, path) => frame.$eval(`[data-path="${path}"] .number`, (input) => input.value);

/** Types with the keyboard into a number field, over what it holds. */
export async function type(page, frame, path, written) {
  const input = await frame.$(`[data-path="${path}"] .number`);
  await input.focus();
  await input.evaluate((node) => node.select());
  await page.keyboard.type(written);
  await settle(frame);
}

/** Chooses a kind: of the start, of the method. */
export async function choose(frame, part, kind) {
  await (await frame.$(`fieldset.${part} select`)).select(kind);
  await settle(frame);
}

/** Presses a button where it is, wherever it lies. */
export async function press(frame, selector) {
  await frame.$eval(selector, (button) => button.click());
  await settle(frame);
}

/**
 * In the page: all that an element says, by eye or by ear; but for what is hidden, and for what lies within `except`.
 * @param {string} selector @param {string} except @param {string} [host] of the shadow root in which the element stands
 */
export function textsOf(selector, except, host = '') {
  const root = host ? document.querySelector(host).shadowRoot : document;
  const element = root.querySelector(selector);
  const skip = (one) => one?.closest(`[hidden], script, style, template, noscript, pre, ${except}`);
  /** By what they stand in as a whole: a word that is explained is part of its sentence. */
  const whole = new Map();
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    let of = nodes.currentNode.parentElement;
    if (skip(of)) continue;
    while (of.matches('.term, sub, b, strong, span')) of = of.parentElement;
    whole.set(of, (whole.get(of) ?? '') + nodes.currentNode.data);
  }
  const found = Array.from(whole.values(), (text) => text.trim());
  for (const name of ['aria-label', 'title', 'aria-valuetext', 'placeholder'])
    for (const one of element.querySelectorAll(`[${name}]`)) if (!skip(one)) found.push(one.getAttribute(name));
  return found.filter(Boolean);
}

/** Before a page opens: keeps what its plots write, with the host of the lab that they stand in, as `drawnTexts`. */
export const watchDrawnTexts = (tab) =>
  tab.evaluateOnNewDocument(() => {
    window.drawnTexts = [];
    const {fillText} = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...given) {
      window.drawnTexts.push({text: String(text), host: this.canvas.getRootNode().host?.id ?? ''});
      return fillText.call(this, text, ...given);
    };
  });
