// marks.test.mjs: where the labels of vertical marks stand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {besideLine} from '../../web/plot/marks.js';

test('no label of a mark is cut off at either side of its plot', () => {
  const area = {left: 40, right: 340};
  for (let x = area.left; x <= area.right; x += 1)
    for (const width of [10, 100, 149, 200, 300]) {
      const at = besideLine(x, width, area);
      assert.ok(at >= area.left && at + width <= area.right, `${x}, ${width}: ${at}`);
    }
  // Beside the line wherever there is room: 4 px to its right, else 4 px to its left.
  assert.equal(besideLine(100, 50, area), 104);
  assert.equal(besideLine(320, 50, area), 266);
  // A label that is wider than the plot begins where the plot does.
  assert.equal(besideLine(100, 400, area), 40);
});
