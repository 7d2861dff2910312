// svg.test.mjs: the context that records what is drawn on it as SVG, and the chunks that a PNG gets.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {bundled} from '../support.mjs';

const {SvgContext} = await bundled('web/send/svg.js');
const {SvgPath} = await bundled('web/send/svg-path.js');
const {pngWith} = await bundled('web/send/png.js');

/** A letter is as wide as it is high in the test's font, stands 0.7 of that above its line, and is centred 0.3 above it. */
class Ruler {
  #font = '10px sans-serif';
  fillStyle = '#000000';
  textBaseline = 'alphabetic';
  get font() {
    return this.#font;
  }
  set font(font) {
    this.#font = font;
  }
  measureText(text) {
    const size = Number(/([\d.]+)px/.exec(this.#font)[1]);
    return {
      width: size * text.length,
      actualBoundingBoxAscent: size * (this.textBaseline === 'middle' ? 0.4 : 0.7),
    };
  }
}

/** What comes of drawing. */
function drawn(draw, how = {}) {
  const ctx = new SvgContext({}, new Ruler(), {id: 'a', ...how});
  draw(ctx);
  return String(ctx);
}

/** The values of an attribute, in order. */
const all = (svg, name) => [...svg.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value);

/** The path that a drawing strokes. */
const strokedBy = (draw) =>
  all(
    drawn((ctx) => {
      ctx.beginPath();
      draw(ctx);
      ctx.stroke();
    }),
    'd',
  ).join(' and ');

test('each command of a path is one of SVG', () => {
  const path = strokedBy((ctx) => {
    ctx.moveTo(1, 2);
    ctx.lineTo(3.25, -4.5);
    ctx.lineTo(0.5, 0);
    ctx.closePath();
  });
  assert.equal(path, 'M1 2L3.25 -4.5L.5 0Z');
  assert.equal(
    strokedBy((ctx) => ctx.rect(10, 20, 30, 40)),
    'M10 20L40 20L40 60L10 60Z',
  );
  assert.equal(
    strokedBy((ctx) => {
      ctx.lineTo(1, 1); // a canvas begins a path where its first line leads
      ctx.lineTo(2, 1);
    }),
    'M1 1L2 1',
  );
});

test('an arc goes in two halves, to the side that was asked for', () => {
  // cos 45° = 0.7071: half of a quarter turn with the radius 10 ends at 7.07.
  assert.equal(
    strokedBy((ctx) => ctx.arc(0, 0, 10, 0, Math.PI / 2)),
    'M10 0A10 10 0 0 1 7.07 7.07A10 10 0 0 1 0 10',
  );
  // The other way round it is three quarters, whose half ends at -135°.
  assert.equal(
    strokedBy((ctx) => ctx.arc(0, 0, 10, 0, Math.PI / 2, true)),
    'M10 0A10 10 0 0 0 -7.07 -7.07A10 10 0 0 0 0 10',
  );
  const circle = 'M15 5A10 10 0 0 1 -5 5A10 10 0 0 1 15 5';
  assert.equal(
    strokedBy((ctx) => ctx.arc(5, 5, 10, 0, 2 * Math.PI)),
    circle,
  );
  assert.equal(
    strokedBy((ctx) => ctx.arc(5, 5, 10, 0, 7 * Math.PI)),
    circle,
    'more than a turn is a turn',
  );
  assert.equal(
    strokedBy((ctx) => {
      ctx.moveTo(0, 0);
      ctx.arc(0, 20, 10, 0, Math.PI);
    }),
    'M0 0L10 20A10 10 0 0 1 0 30A10 10 0 0 1 -10 20',
    'a line leads to an arc',
  );
});

test('a path of its own is stroked as the transformation is then, and leaves the other path alone', () => {
  const path = new SvgPath();
  path.moveTo(0, 0);
  path.lineTo(10, 0);
  const more = new SvgPath();
  more.addPath(path);
  more.arc(20, 0, 5, 0, Math.PI);
  const svg = drawn((ctx) => {
    ctx.beginPath();
    ctx.moveTo(7, 7);
    ctx.lineTo(8, 8);
    ctx.translate(100, 50);
    ctx.rotate(Math.PI / 2);
    ctx.strokeStyle = '#111111';
    ctx.stroke(more);
    ctx.strokeStyle = '#222222';
    ctx.stroke();
  });
  // A quarter turn takes (x, y) to (-y, x), then both are moved.
  assert.deepEqual(all(svg, 'd'), ['M100 50L100 60L100 75A5 5 0 0 1 95 70A5 5 0 0 1 100 65', 'M7 7L8 8']);
});

test('what is saved comes back', () => {
  const svg = drawn((ctx) => {
    ctx.fillStyle = '#aa0000';
    ctx.save();
    ctx.fillStyle = '#00bb00';
    ctx.globalAlpha = 0.5;
    ctx.translate(5, 5);
    ctx.fillRect(0, 0, 1, 1);
    ctx.restore();
    ctx.fillRect(0, 0, 1, 1);
    ctx.restore(); // one too many, as a canvas allows
    ctx.setTransform(2, 0, 0, 2, 1, 0);
    ctx.fillRect(1, 1, 1, 1);
    ctx.resetTransform();
    ctx.fillRect(9, 9, 1, 1);
  });
  assert.deepEqual(all(svg, 'fill'), ['#00bb00', '#aa0000']);
  assert.deepEqual(all(svg, 'fill-opacity'), ['.5']);
  assert.deepEqual(all(svg, 'd'), ['M5 5L6 5L6 6L5 6Z', 'M0 0L1 0L1 1L0 1ZM3 2L5 2L5 4L3 4ZM9 9L10 9L10 10L9 10Z']);
});

test('what is clipped to the same area is one group, and a clip within a clip is both', () => {
  const box = (ctx, size) => {
    ctx.beginPath();
    ctx.rect(0, 0, size, size);
    ctx.clip();
  };
  const dot = (ctx, ink) => {
    ctx.fillStyle = ink;
    ctx.fillRect(0, 0, 1, 1);
  };
  const svg = drawn((ctx) => {
    for (const ink of ['#000001', '#000002']) {
      ctx.save();
      box(ctx, 10);
      dot(ctx, ink);
      ctx.restore();
    }
    dot(ctx, '#000003');
    ctx.save();
    box(ctx, 10);
    box(ctx, 5);
    dot(ctx, '#000004');
    ctx.restore();
  });
  assert.equal(
    svg,
    '<defs><clipPath id="a-c0"><path d="M0 0L10 0L10 10L0 10Z"/></clipPath>' +
      '<clipPath id="a-c1"><path clip-path="url(#a-c0)" d="M0 0L5 0L5 5L0 5Z"/></clipPath></defs>' +
      '<g clip-path="url(#a-c0)"><path fill="#000001" d="M0 0L1 0L1 1L0 1Z"/><path fill="#000002" d="M0 0L1 0L1 1L0 1Z"/></g>' +
      '<path fill="#000003" d="M0 0L1 0L1 1L0 1Z"/>' +
      '<g clip-path="url(#a-c1)"><path fill="#000004" d="M0 0L1 0L1 1L0 1Z"/></g>',
  );
});

test('an area and its outline are one path; what looks alike is one path unless it shows through', () => {
  const disc = (ctx) => {
    ctx.beginPath();
    ctx.rect(0, 0, 2, 2);
    ctx.fill();
    ctx.stroke();
  };
  const outlined = drawn((ctx) => {
    ctx.fillStyle = '#ff0000';
    disc(ctx);
    disc(ctx);
  });
  assert.equal(
    outlined,
    '<path fill="#ff0000" stroke="#000" stroke-width="1" d="M0 0L2 0L2 2L0 2Z"/>'.repeat(2),
    'the second covers the outline of the first',
  );
  const dots = (ink) =>
    drawn((ctx) => {
      ctx.fillStyle = ink;
      ctx.fillRect(0, 0, 1, 1);
      ctx.fillRect(5, 0, 1, 1);
    });
  assert.equal(all(dots('#123456'), 'd').length, 1);
  assert.equal(all(dots('rgba(1, 2, 3, 0.5)'), 'd').length, 2);
});

test('a line has its width, no less than the least, its dashes and its corners', () => {
  const line = (ctx) => {
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(1, 0);
    ctx.stroke();
  };
  const svg = drawn(
    (ctx) => {
      ctx.lineWidth = 2.5;
      ctx.lineJoin = 'round';
      ctx.setLineDash([4, 1.5]);
      line(ctx);
      ctx.lineWidth = 0.3;
      ctx.lineJoin = 'miter';
      ctx.setLineDash([]);
      line(ctx);
    },
    {least: 1.25},
  );
  assert.equal(
    svg,
    '<path stroke="#000" stroke-width="2.5" stroke-dasharray="4 1.5" stroke-linejoin="round" d="M0 0L1 0"/>' +
      '<path stroke="#000" stroke-width="1.25" d="M0 0L1 0"/>',
  );
  const box = drawn((ctx) => ctx.strokeRect(1, 1, 2, 2));
  assert.equal(box, '<path stroke="#000" stroke-width="1" d="M1 1L3 1L3 3L1 3Z"/>');
});

test('a colour in any form that a browser gives it is rgb with an opacity; what is transparent is left out', () => {
  const inks = [
    ['rgba(10, 20, 30, 0.4)', 'rgb(10,20,30)', '.4'],
    // 0.2 of 255 is 51, and so on.
    ['color(srgb 0.2 0.4 1 / 0.25)', 'rgb(51,102,255)', '.25'],
    ['color(srgb 1e-7 0 0.6 / 0.5)', 'rgb(0,0,153)', '.5'],
  ];
  for (const [given, fill, opacity] of inks) {
    const svg = drawn((ctx) => {
      ctx.fillStyle = given;
      ctx.fillRect(0, 0, 1, 1);
    });
    assert.deepEqual([all(svg, 'fill'), all(svg, 'fill-opacity')], [[fill], [opacity]]);
  }
  const gone = drawn((ctx) => {
    ctx.fillStyle = 'rgba(0, 0, 0, 0)';
    ctx.fillRect(0, 0, 1, 1);
    ctx.fillText('unseen', 0, 0);
  });
  assert.equal(gone, '');
});

test('text is text, where and how it was written, and nothing but text', () => {
  const svg = drawn(
    (ctx) => {
      ctx.font = 'italic 600 20px "Own Serif", serif';
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillStyle = '#0a5fa5';
      ctx.fillText('a < b & "c"', 50, 30);
      ctx.font = '10px sans-serif';
      ctx.textAlign = 'right';
      ctx.textBaseline = 'alphabetic';
      ctx.fillText('right', 90, 30);
    },
    {face: (family) => (family.includes('Own') ? 'Times' : '')},
  );
  assert.equal(
    svg,
    // The middle of the letters is 0.3 of their size above the line that they stand on.
    '<text fill="#0a5fa5" x="50" y="36" text-anchor="middle" font-family="Times" font-size="20" font-style="italic" font-weight="600">' +
      'a &#60; b &#38; &#34;c&#34;</text>' +
      '<text fill="#0a5fa5" x="90" y="30" text-anchor="end" font-size="10">right</text>',
  );
});

test('what continues a text is part of it; what stands beside it is another', () => {
  const svg = drawn((ctx) => {
    ctx.font = '10px sans-serif';
    ctx.fillText('I', 0, 20);
    ctx.font = '8px sans-serif';
    ctx.fillText('SN', 10, 22.5); // a letter of 10 px is 10 px wide here
    ctx.font = '10px sans-serif';
    ctx.fillText(' = 5', 26, 20);
    ctx.fillText('other', 80, 20);
  });
  const face = (size) => ` font-family="sans-serif" font-size="${size}"`;
  assert.equal(
    svg,
    `<text fill="#000" x="0" y="20"><tspan${face(10)}>I</tspan><tspan${face(8)} dy="2.5">SN</tspan><tspan${face(10)} dy="-2.5"> = 5</tspan></text>` +
      `<text fill="#000" x="80" y="20"${face(10)}>other</text>`,
  );
});

test('a turned text is turned as a whole', () => {
  const svg = drawn((ctx) => {
    ctx.font = '10px sans-serif';
    ctx.translate(12, 100);
    ctx.rotate(-Math.PI / 2);
    ctx.fillText('up', 3, 4);
  });
  assert.deepEqual([all(svg, 'x'), all(svg, 'y')], [['3'], ['4']]);
  assert.deepEqual(all(svg, 'transform'), ['matrix(0 -1 1 0 12 100)']);
});

test('the outline beneath a text is drawn from the text, which is there once', () => {
  const svg = drawn((ctx) => {
    ctx.font = '10px sans-serif';
    ctx.lineWidth = 3;
    ctx.strokeStyle = '#ffffff';
    for (const write of ['strokeText', 'fillText']) {
      ctx[write]('d', 0, 0);
      ctx[write]('v', 10, 0);
    }
    ctx.fillText('alone', 50, 50);
  });
  assert.match(svg, /^<use xlink:href="#a-t1" stroke="#ffffff" stroke-width="3"\/><g fill="#000"><text id="a-t1"/);
  assert.equal(svg.match(/<text/g).length, 2);
  assert.deepEqual(all(svg, 'id'), ['a-t1']);
});

test('groups hold what was drawn in them, and empty ones are left out', () => {
  const svg = drawn((ctx) => {
    ctx.open('curve');
    ctx.fillRect(0, 0, 1, 1);
    ctx.close();
    ctx.open('curve');
    ctx.close();
    ctx.fillRect(0, 0, 1, 1);
  });
  const dot = '<path fill="#000" d="M0 0L1 0L1 1L0 1Z"/>';
  assert.equal(svg, `<g class="curve">${dot}</g>${dot}`);
});

test('a curve of a single point is nothing', () => {
  assert.equal(
    strokedBy((ctx) => ctx.moveTo(1, 1)),
    '',
  );
});

test('what is cleared is gone, and what it does not know throws', () => {
  const svg = drawn((ctx) => {
    ctx.fillRect(0, 0, 1, 1);
    ctx.clearRect(0, 0, 100, 100);
    assert.throws(() => ctx.bezierCurveTo(0, 0, 1, 1, 2, 2), TypeError);
  });
  assert.equal(svg, '');
});

test('a PNG gets its size on paper and its texts, each with its checksum', async () => {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
  const end = Buffer.from('0000000049454e44ae426082', 'hex');
  const blob = await pngWith(new Blob([head, end], {type: 'image/png'}), 11811, {Title: 'f–I', Source: 'here'});
  const bytes = Buffer.from(await blob.arrayBuffer());
  assert.deepEqual(bytes.subarray(0, 33), head);
  const chunks = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    // A gzip file ends in the same checksum, and the length.
    const sum = gzipSync(body).readUInt32LE(gzipSync(body).length - 8);
    assert.equal(bytes.readUInt32BE(at + 8 + length), sum);
    chunks.push(body);
    at += 12 + length;
  }
  const names = chunks.map((body) => body.toString('latin1', 0, 4));
  assert.deepEqual(names, ['IHDR', 'pHYs', 'iTXt', 'iTXt', 'IEND']);
  assert.deepEqual([chunks[1].readUInt32BE(4), chunks[1].readUInt32BE(8), chunks[1][12]], [11811, 11811, 1]);
  assert.equal(chunks[2].toString('utf8', 4), 'Title\0\0\0\0\0f–I');
  assert.equal(blob.type, 'image/png');
});
