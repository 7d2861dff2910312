// pages/charts.js: a language like English that a test adds to those in web/words, to be told what the charts of the page draw.
import {Chart} from '../../../web/node_modules/chart.js/dist/chart.js';
import en from '../../../web/words/en.js';

/** The points of each curve of the chart in a canvas. @param {HTMLCanvasElement} canvas */
const drawnIn = (canvas) => Chart.getChart(canvas)?.data.datasets.map(({data}) => data.map(({x, y}) => [x, y]));
Object.assign(globalThis, {drawnIn});

/** @type {Words} */
export default {...en, language: {...en.language, code: 'qc', name: 'Charts'}};
