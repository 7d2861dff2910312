// page/schema.js: gives the views the core's schema and whatever else they are built from.
import {withFixedSteps} from '../session/runs.js';
import {learnFields} from '../engine/quantities.js';
import {learnSymbols} from '../engine/units.js';

/** Learns how fields and units are written. @param {Engine} engine */
export function learnSchema(engine) {
  const {fields, units} = engine.schema();
  learnFields(fields);
  learnSymbols(units);
}

/**
 * @param {import('../plot/place.js').Place} place @param {Worded} engine @param {import('../session/session.js').Session} session
 */
export function giveSchema(place, engine, session) {
  const schema = engine.schema();
  const form = place.one('parameter-form');
  const quick = place.one('quick-bar');
  form.schema = quick.schema = schema;
  form.initialState = () => engine.initial_state(session.experiment);
  form.resting = () => engine.resting(session.experiment.cell).text;
  form.critical = (/** @type {Cell} */ cell) => engine.critical_parameters(cell);
  form.fixedSteps = () => withFixedSteps(session.preset);
  form.current = () => session.experiment;
  place.one('open-dialog').form2003 = () => engine.form_2003(session.experiment);
  for (const view of place.all('[role=tabpanel] > *')) if ('schema' in view) view.schema = schema;
  place.one('preset-gallery').presets = session.presets;
}
