// csv-entry.js: what writes tables, in one bundle, so that all of it has learned the units and the model.
export * from '../../web/engine/quantities.js';
export * from '../../web/engine/samples.js';
export {pointsOverTime} from '../../web/plot/points.js';
export * from '../../web/send/csv.js';
export {default as en} from '../../web/words/en.js';
export {default as es} from '../../web/words/es.js';
