// embed/heights.js: when to tell a host which height the lab needs. A host may do anything with it: set another height, change the
// width as well, do so sixty times a second. So a height is told for a change of the contents or of the width, never for a change of
// the height, which is the host's own; and a width that comes back, because a scroll bar comes and goes, is not told for ever.

/** For how long after a change of the frame's height its contents may still follow it, in ms. */
export const FOLLOWS = 400;
/** How long a host that goes on changing the height can keep a change of the contents from being looked at again, in ms. */
export const LATEST = 2000;
/** How often a width is told while the contents stay the same, and how often contents that changed while the frame did. */
const TIMES = 2;

/** @typedef {{width: number, height: number, needed: number}} Layout the size of the frame, and the height that its contents take */

export class Heights {
  /** @type {Layout | undefined} */
  #last;
  /** The height told last. */
  #told = 0;
  /** Until when a change of the contents is the effect of a change of the frame's height. */
  #following = -Infinity;
  /** When the contents grew first that may only have followed the frame, and since then were not looked at again. */
  #grew = Infinity;
  /** How often such contents were told since they last changed by themselves. */
  #again = 0;
  /** How often each width was told since the contents changed. @type {Map<number, number>} */
  #widths = new Map();

  /**
   * Takes the layout as it is now; the height to tell the host, or 0 if there is nothing to tell.
   * @param {Layout} layout @param {number} now in ms
   */
  after(layout, now) {
    // Not laid out at all: in a frame that is not displayed, or that has no size yet.
    if (!(layout.width >= 1 && layout.height >= 1 && layout.needed >= 1)) return 0;
    const last = this.#last;
    this.#last = layout;
    if (last && layout.height !== last.height && layout.width === last.width) this.#following = now + FOLLOWS;
    const wider = !last || layout.width !== last.width;
    const changed = Boolean(last) && layout.needed !== last?.needed;
    const grown = changed && layout.height === last?.height && now >= this.#following;
    const due = now >= this.again;
    if (due) this.#grew = Infinity;
    if (!wider && !grown) {
      // Whether it cuts anything off is seen once the frame has come to rest.
      if (due) return this.#tellAgain(layout);
      if (changed) this.#grew = Math.min(this.#grew, now);
      return 0;
    }
    if (!wider) {
      this.#widths.clear();
      this.#again = 0;
    }
    const times = this.#widths.get(layout.width) ?? 0;
    // A width that comes back may ask for more, so that nothing is cut off, but not for less again.
    if (times >= TIMES || (times && layout.needed <= this.#told) || layout.needed === this.#told) return 0;
    this.#widths.set(layout.width, times + 1);
    this.#told = layout.needed;
    return layout.needed;
  }

  /** Tells a height that is needed still, but not for ever: contents that follow the frame need more each time. @param {Layout} layout */
  #tellAgain({height, needed}) {
    if (this.#again >= TIMES || needed <= height || needed === this.#told) return 0;
    this.#again += 1;
    this.#told = needed;
    return needed;
  }

  /** When to take the layout once more, whatever happens until then, in ms; Infinity if that is not needed. */
  get again() {
    if (this.#grew === Infinity) return Infinity;
    return Math.min(Math.max(this.#following, this.#grew), this.#grew + LATEST);
  }

  /** The height told last; 0 if none was. */
  get told() {
    return this.#told;
  }
}
