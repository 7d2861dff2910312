// pages/floor.js: the least that any page with this core and Chart.js must do: one curve, computed and drawn.
import {Chart, LineController, LineElement, LinearScale, PointElement} from 'chart.js';
import {compiledCore, instanceOf} from '../../../web/engine/core.js';

Chart.register(LineController, LineElement, LinearScale, PointElement);

/** @param {any} core */
function draw(core) {
  const [experiment] = core.presets()[0].runs;
  const {time, v} = core.simulate(experiment, {points: 1600});
  new Chart(document.querySelector('canvas'), {
    type: 'line',
    data: {datasets: [{data: Array.from(time, (x, i) => ({x, y: v[i]}))}]},
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      events: [],
      elements: {point: {radius: 0}},
      scales: {x: {type: 'linear', max: experiment.duration}},
    },
  });
}

compiledCore().then(instanceOf).then(draw);
