// views/share-embed.js: the part of the Share dialog that embeds what is on show in a course page: what is seen there, at which size,
// the code for the kind of page, and the lab as it will be seen.
import {html, nothing, render} from 'lit-html';
import {PLOTS} from '../send/display.js';
import {HOSTS, PLACEHOLDER, SIZE} from '../send/embed-code.js';
import {languageNames} from '../words/languages.js';
import {wordOf} from '../words/word-of.js';
import {View} from './view.js';

/** @typedef {import('../send/embed-code.js').Host} Host */
/** @typedef {typeof PLOTS[number]} Plot */
/** @typedef {import('../send/site-address.js').Display} Display */
/** What it asks of the dialog around it. @typedef {{say: (text: string) => void, display: () => Display, choose: (display: Display) => void}} Dialog */

/** What the plots of a figure are called among all plots. */
const CALLED = /** @type {const} */ ({v: 'v', u: 'u', current: 'current', plane: 'phase', fi: 'rate'});
/** The sizes of a frame, in px. */
const SIZES = {width: [300, 4000], height: [200, 4000]};
/** How high v(t) is at least in the height that is suggested, in px, and to what that is rounded up. */
const TALL = 180;
const ROUND = 20;
/** What is done in the preview is not done in the lab around it. */
const WITHIN = ['keydown', 'paste', 'dragover', 'drop', 'pointerover', 'pointerdown'];
/** A mount for each key pressed would be too many. How long a choice must stand before it is shown, in ms. */
const REST = 200;

class ShareEmbed extends View {
  /** @type {import('../page/embedding.js').Embedding | undefined} */
  #embedding;
  /** @type {Dialog} */
  #dialog = {say() {}, display: () => ({}), choose() {}};
  #view = /** @type {'figure' | 'lab'} */ ('figure');
  /** @type {Set<Plot>} */
  #show = new Set(['v', 'current']);
  #controls = new Set(['amplitude']);
  /** Whether everything is a control. */
  #all = false;
  /** @type {Set<string>} */
  #lock = new Set();
  /** Whether everything is locked that is no control. */
  #rest = false;
  #answers = true;
  /** Whether the answers are withheld here for good, and so there. */
  #withheld = false;
  #poster = false;
  /** What was typed, or suggested. */
  #size = {width: String(SIZE.width), height: String(SIZE.height)};
  /** Whether the height was typed. */
  #typed = false;
  /** The height that what is shown needs, in px, once that is known. */
  #needs = 0;
  /** @type {Host} */
  #host = 'html';
  #open = false;
  /** The lab of the preview, and what it was made of. @type {{lab: import('../page/mount.js').Lab, of: string} | undefined} */
  #preview;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon;

  /**
   * @param {{embedding: import('../page/embedding.js').Embedding, withheld: boolean, answers: boolean}} sharing
   * @param {Dialog} dialog
   */
  show({embedding, withheld, answers}, dialog) {
    this.#embedding = embedding;
    this.#dialog = dialog;
    this.#withheld = withheld;
    this.#answers = answers;
    // What was chosen for one page is not chosen for the next.
    this.#view = 'figure';
    this.#show = new Set(['v', 'current']);
    this.#controls = new Set(['amplitude']);
    this.#lock = new Set();
    this.#all = this.#rest = this.#poster = this.#typed = false;
    this.#size = {width: String(SIZE.width), height: String(SIZE.height)};
    this.#needs = 0;
    this.#host = 'html';
    this.draw();
  }

  /** To be called when the dialog is closed. */
  end() {
    clearTimeout(this.#soon);
    this.#preview?.lab.destroy();
    this.#preview = undefined;
  }

  disconnectedCallback() {
    this.end();
  }

  /** A side of the frame in px; NaN if what was typed is none that a frame can have. @param {'width' | 'height'} side */
  #px(side) {
    const [low, high] = SIZES[side];
    const typed = this.#size[side].trim();
    const px = /^\d+$/.test(typed) ? Number(typed) : NaN;
    return px >= low && px <= high ? px : NaN;
  }

  /** Names as they are written: a whole group by its own name. @param {Set<string>} chosen @param {string[]} all @param {Record<string, string[]>} groups */
  #written(chosen, all, groups) {
    const names = all.filter((name) => chosen.has(name));
    if (names.length === all.length) return ['all'];
    return Object.entries(groups).reduce(
      (left, [group, its]) =>
        its.length > 1 && its.every((name) => left.includes(name))
          ? [group, ...left.filter((name) => !its.includes(name))]
          : left,
      names,
    );
  }

  /** What can be changed, and what is locked, of all that there is. @param {string[]} controls @param {string[]} lock */
  #chosen(controls, lock) {
    const offered = this.#all ? new Set(controls) : this.#controls;
    const locked = this.#rest ? new Set(lock.filter((name) => !offered.has(name))) : this.#lock;
    return {offered, locked};
  }

  /** @returns {import('../page/embedding.js').Choice} */
  #choice() {
    const {controls, lock, cell, stimulus} = /** @type {import('../page/embedding.js').Embedding} */ (
      this.#embedding
    ).names();
    const groups = {cell, stimulus};
    const figure = this.#view === 'figure';
    const answers = this.#answers;
    const {offered, locked} = this.#chosen(controls, lock);
    const free = this.#written(offered, controls, {cell});
    return {
      shown: {
        view: this.#view,
        ...(figure && {
          show: PLOTS.filter((plot) => this.#show.has(plot) && (answers || plot !== 'fi')),
          controls: free.length ? free : ['none'],
        }),
        lock: this.#written(locked, lock, groups),
        answers,
        poster: this.#poster,
      },
      display: this.#dialog.display(),
      width: this.#px('width'),
      height: this.#px('height'),
    };
  }

  /** Draws the part, if it is open, and shortly afterwards the preview. */
  draw() {
    const {embed} = this.words;
    const opened = (/** @type {Event} */ {target}) => {
      this.#open = /** @type {HTMLDetailsElement} */ (target).open;
      this.closest('dialog')?.toggleAttribute('data-wide', this.#open);
      if (this.#open) this.draw();
      else this.end();
    };
    const page = html`
      <section>
        <h3>${embed.heading}</h3>
        <p>${embed.hint}</p>
        <details @toggle=${opened}><summary>${embed.open}</summary>${this.#open ? this.#form() : nothing}</details>
      </section>`;
    render(page, this);
    clearTimeout(this.#soon);
    if (this.#open) this.#soon = setTimeout(() => this.#showPreview(), REST);
  }

  /** Draws again after a change. @param {() => void} change */
  #after = (change) => {
    change();
    this.draw();
  };

  #form() {
    const {embed, share} = this.words;
    const {lang = ''} = this.#dialog.display();
    const chosen = (/** @type {Event} */ {target}) =>
      this.#dialog.choose({lang: /** @type {HTMLSelectElement} */ (target).value});
    const choice = this.#choice();
    const problem = ['width', 'height'].some((side) => Number.isNaN(choice[/** @type {'width'} */ (side)]))
      ? embed.sizes(...SIZES.width, ...SIZES.height)
      : '';
    const made = problem ? undefined : this.#embedding?.code(this.#host, choice);
    return html`
      ${this.#choices()}
      <div class="share-labels">
        ${this.#side('width')} ${this.#side('height')}
        <p class="problems" id="embed-problem" role="alert">${problem}</p>
        <p class="hint" id="embed-needs" role="status">${this.#said()}</p>
        <label>${embed.host}<select name="host" @change=${(/** @type {Event} */ {target}) => this.#after(() => (this.#host = /** @type {Host} */ (/** @type {HTMLSelectElement} */ (target).value)))}>${HOSTS.map(
          (host) => html`<option value=${host} .selected=${host === this.#host}>${embed.hosts[host].name}</option>`,
        )}</select></label>
        <label>${share.language}<select name="lang" @change=${chosen}>${[['', share.theirs], ...languageNames()].map(
          ([code, name]) => html`<option value=${code} .selected=${code === lang}>${name}</option>`,
        )}</select></label>
      </div>
      <p>${embed.hosts[this.#host].how(PLACEHOLDER)} ${made?.file ? embed.file(made.file) : nothing}</p>
      <textarea class="embed-code" readonly rows="6" spellcheck="false" aria-label=${embed.code} .value=${made?.code ?? ''}></textarea>
      <p class="tools"><button type="button" class="quiet copy-code" ?disabled=${!made} @click=${() => this.#copy()}>${embed.copy}</button></p>
      <h4 id="embed-preview">${embed.preview}</h4>
      <div class="embed-scroll" tabindex="0" role="group" aria-labelledby="embed-preview"><div class="embed-preview"></div></div>`;
  }

  /** What is seen. */
  #choices() {
    const {embed, plots} = this.words;
    const {controls, lock} = /** @type {import('../page/embedding.js').Embedding} */ (this.#embedding).names();
    const figure = this.#view === 'figure';
    const {offered, locked} = this.#chosen(controls, lock);
    const view = (/** @type {'figure' | 'lab'} */ name) =>
      html`<label class="check"><input type="radio" name="embed-view" value=${name} .checked=${this.#view === name} @change=${() => this.#after(() => (this.#view = name))} />${embed.views[name]}</label>`;
    const shown = (/** @type {Plot} */ plot) =>
      this.#check('show', plot, plots[CALLED[plot]], this.#show.has(plot), {
        set: (on) => this.#toggle(this.#show, plot, on),
        // At least one is shown, and none that is an answer where those are withheld.
        fixed: (plot === 'fi' && !this.#answers) || (this.#show.has(plot) && this.#show.size === 1),
      });
    const each = (/** @type {'controls' | 'lock'} */ list, /** @type {string[]} */ names) => {
      const chosen = list === 'lock' ? this.#lock : this.#controls;
      const on = list === 'lock' ? locked : offered;
      return names.map((name) =>
        this.#check(list, name, this.#labelOf(name), on.has(name), {
          set: (on) => this.#toggle(chosen, name, on),
          fixed: list === 'lock' ? this.#rest : this.#all,
        }),
      );
    };
    const all = this.#check('controls', 'all', embed.all, this.#all, {set: (on) => (this.#all = on)});
    const rest = this.#check('lock', 'rest', figure ? embed.rest : embed.restLab, this.#rest, {
      set: (on) => (this.#rest = on),
    });
    const group = (/** @type {string} */ legend, /** @type {unknown} */ inside, hint = '') =>
      html`<fieldset><legend>${legend}</legend>${hint ? html`<p class="hint">${hint}</p>` : nothing}<div class="embed-checks">${inside}</div></fieldset>`;
    return html`
      ${group(embed.view, [view('figure'), view('lab')])}
      ${figure ? group(embed.plots, PLOTS.map(shown)) : nothing}
      ${figure || this.#rest ? group(embed.controls, [all, each('controls', controls)]) : nothing}
      ${group(embed.lock, [rest, each('lock', lock)], figure ? embed.lockFigure : embed.lockLab)}
      <div class="embed-checks">
        ${this.#check('answers', 'off', embed.answers, !this.#answers, {set: (on) => (this.#answers = !on), fixed: this.#withheld})}
        ${this.#check('poster', '1', embed.poster, this.#poster, {set: (on) => (this.#poster = on)})}
      </div>`;
  }

  /**
   * @param {string} name @param {string} value @param {string} label of it, as HTML of ours @param {boolean} on
   * @param {{set: (on: boolean) => void, fixed?: boolean}} how
   */
  #check(name, value, label, on, {set, fixed = false}) {
    const change = (/** @type {Event} */ {target}) =>
      this.#after(() => set(/** @type {HTMLInputElement} */ (target).checked));
    return html`<label class="check"><input type="checkbox" name=${name} value=${value} .checked=${on} ?disabled=${fixed} @change=${change} /><span .innerHTML=${label}></span></label>`;
  }

  /** @param {Set<any>} chosen @param {string} name @param {boolean} on */
  #toggle(chosen, name, on) {
    if (on) chosen.add(name);
    else chosen.delete(name);
  }

  /** What something that can be changed is called, as HTML. @param {string} name */
  #labelOf(name) {
    const {embed, names, symbols} = this.words;
    return wordOf(embed.parts, name) ?? wordOf(names, name) ?? `<var>${wordOf(symbols, name) ?? name}</var>`;
  }

  /** @param {'width' | 'height'} side */
  #side(side) {
    const {embed} = this.words;
    const typed = (/** @type {Event} */ {target}) =>
      this.#after(() => {
        this.#size[side] = /** @type {HTMLInputElement} */ (target).value;
        this.#typed ||= side === 'height';
      });
    return html`<label>${embed[side]}<input type="text" inputmode="numeric" name=${side} .value=${this.#size[side]} aria-invalid=${Number.isNaN(this.#px(side))} aria-describedby="embed-problem" @input=${typed} /></label>`;
  }

  /** What there is to say of the height, once it is known what is needed. */
  #said() {
    const {embed} = this.words;
    const height = this.#px('height');
    if (!this.#needs || Number.isNaN(height)) return '';
    return height < this.#needs ? embed.tooLow(this.#needs) : embed.highEnough(this.#needs);
  }

  /** Finds out how high the preview must be, and suggests that as long as no height is typed. @param {HTMLElement} box */
  #measure(box) {
    const lab = /** @type {HTMLElement | null | undefined} */ (box.shadowRoot?.querySelector('.lab'));
    const main = lab?.querySelector('main');
    const v = lab?.querySelector('.plot.v');
    const before = box.style.getPropertyValue('--frame-height');
    box.style.setProperty('--frame-height', '0px');
    const height = main?.getBoundingClientRect().height ?? 0;
    const short = v ? Math.max(0, TALL - v.getBoundingClientRect().height) : 0;
    box.style.setProperty('--frame-height', before);
    const needs = this.#view === 'figure' && height ? Math.ceil((height + short) / ROUND) * ROUND : 0;
    const suggested = String(Math.min(Math.max(SIZE.height, needs), SIZES.height[1]));
    if (needs === this.#needs && (this.#typed || this.#size.height === suggested)) return;
    this.#needs = needs;
    if (!this.#typed) this.#size.height = suggested;
    this.draw();
  }

  async #copy() {
    const field = /** @type {HTMLTextAreaElement} */ (this.querySelector('.embed-code'));
    field.select();
    const done = await navigator.clipboard?.writeText(field.value).then(
      () => true,
      () => false,
    );
    this.#dialog.say(done ? this.words.share.copied : this.words.share.copyYourself);
    field.select();
  }

  /** Makes the lab of the preview anew if it would be another one. */
  #showPreview() {
    const box = /** @type {HTMLElement | null} */ (this.querySelector('.embed-preview'));
    const choice = this.#choice();
    if (!box || !this.#embedding || Number.isNaN(choice.width + choice.height)) return;
    const {width, height} = choice;
    Object.assign(box.style, {width: `${width}px`, height: `${height}px`});
    // In a frame that is too low for it a figure is higher, by its width (embed.css).
    box.style.setProperty('--frame-height', `max(${height}px, clamp(280px, ${0.62 * width}px, 420px))`);
    const options = this.#embedding.previewed(choice);
    const of = JSON.stringify(options);
    if (this.#preview?.of === of) return this.#measure(box);
    this.end();
    if (!box.shadowRoot) for (const type of WITHIN) box.addEventListener(type, (event) => event.stopPropagation());
    const root = box.shadowRoot ?? box.attachShadow({mode: 'open'});
    const lab = this.#embedding.preview(root, options);
    this.#preview = {lab, of};
    lab.ready.then(
      () => this.#preview?.lab === lab && this.#measure(box),
      () => {}, // it says so in its place
    );
  }
}
customElements.define('share-embed', ShareEmbed);
