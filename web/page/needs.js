// page/needs.js: whether the browser has everything the lab needs. Runs before all other scripts, and in browsers that cannot read
// those, so it is written in the JavaScript of 2009; the build inserts the sentences (__TOLD__, by language).
(function () {
  /** A function that splats a byte and counts its bits; it is valid only with SIMD. */
  var simd = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
  ];

  function missing() {
    try {
      new DecompressionStream('deflate-raw');
      return ![
        WebAssembly.validate(new Uint8Array(simd)),
        WebAssembly.compileStreaming,
        window.structuredClone,
        window.HTMLDialogElement,
        CSS.supports('container-type: inline-size'),
      ].every(Boolean);
    } catch (error) {
      return true;
    }
  }

  /** Finds the language as language.js does, but ignores an earlier choice. */
  function language() {
    var asked = (/[?&]lang=([^&]*)/.exec(location.search) || [])[1];
    var all = [asked].concat(navigator.languages || [navigator.language]);
    for (var i = 0; i < all.length; i += 1) {
      var one = String(all[i]).toLowerCase().split('-')[0];
      if (Object.prototype.hasOwnProperty.call(__TOLD__, one)) return one;
    }
    return 'en';
  }

  /** Shows the message beside the still picture, and keeps the lab from starting. */
  function tell() {
    var root = document.documentElement;
    if (root.hasAttribute('data-unfit')) return;
    var told = language();
    root.setAttribute('data-unfit', '');
    root.lang = told;
    var title = document.createElement('h1');
    title.textContent = document.title;
    var line = document.createElement('p');
    line.className = 'notice';
    line.setAttribute('role', 'alert');
    line.textContent = __TOLD__[told].old;
    var figure = document.getElementById('lab-still');
    if (!figure) return;
    /** @type {HTMLElement} */ (figure.querySelector('figcaption')).textContent = __TOLD__[told].still;
    figure.insertBefore(line, figure.firstChild);
    figure.insertBefore(title, line);
    figure.hidden = false;
  }

  /** Asks for the storages: the browser opens them while it reads the rest of the page, and the lab need not wait for them. */
  function openStorages() {
    try {
      return [window.localStorage, window.sessionStorage];
    } catch (error) {
      return []; // denied: the lab does without
    }
  }

  openStorages();
  if (missing()) tell();
  // Later scripts may use syntax that the browser does not know; while the page is loading, no other scripts are parsed.
  addEventListener('error', function (event) {
    if (document.readyState === 'loading' && /SyntaxError/.test(event.message)) tell();
  });
})();
