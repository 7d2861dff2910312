// page/waiting.js: what a figure waits for before it starts: to be pressed, and to be seen.

/** Resolves once an element is in sight and has a size; a frame that is hidden, off its slide or scrolled away has none of both. @param {import('../plot/place.js').Place} place */
export const seen = (place) =>
  new Promise((resolve) => {
    let inSight = false;
    const {body} = place;
    // A page of its own is in sight when it is opened in front; what is asked of the browser is answered only after a frame.
    const {top, width} = body.getBoundingClientRect();
    const alone = window.parent === window && document.visibilityState === 'visible';
    if (alone && width >= 1 && top >= 0 && top < window.innerHeight) return resolve(undefined);
    const look = () => {
      const {width} = body.getBoundingClientRect();
      if (!inSight || width < 1) return;
      sight.disconnect();
      size.disconnect();
      resolve(undefined);
    };
    const sight = new IntersectionObserver((entries) => {
      inSight = entries[entries.length - 1].isIntersecting;
      look();
    });
    // What has no size yet may count as in sight, and is not told of when it gets one.
    const size = new ResizeObserver(look);
    sight.observe(body);
    size.observe(body);
    place.atEnd(() => {
      sight.disconnect();
      size.disconnect();
    });
  });

/** Shows a button in place of the lab, and resolves once it is pressed. @param {import('../plot/place.js').Place} place */
export const pressed = (place) =>
  new Promise((resolve) => {
    const {figure} = place.words;
    const poster = document.createElement('div');
    poster.className = 'poster';
    poster.setAttribute('role', 'region');
    poster.setAttribute('aria-label', figure.startHint);
    poster.innerHTML =
      '<svg viewBox="0 0 64 28" aria-hidden="true"><path d="M0 24h8c5 0 7-3 8-22v22c3 3 12 0 16-2s7-4 8-20v22c3 3 10 1 14-1"/></svg>' +
      '<button type="button"></button><p>Izhikevich Lab</p>';
    const button = /** @type {HTMLButtonElement} */ (poster.querySelector('button'));
    button.textContent = figure.start;
    place.body.append(poster);
    place.listen(
      'click',
      () => {
        poster.remove();
        resolve(undefined);
      },
      {target: button},
    );
  });

/** Gives the focus that the button had to Play, unless it has gone elsewhere meanwhile. @param {import('../plot/place.js').Place} place */
export function focusFirst(place) {
  if (!document.hasFocus() || (place.focused && place.focused !== document.body)) return;
  const [first] = place.all('.play').filter((one) => one.checkVisibility());
  first?.focus({preventScroll: true});
}
