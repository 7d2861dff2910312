// send/json-schema.js: the JSON Schema of a set-up, made from the core's tables of fields.
import {MOST_GHOSTS} from '../session/pinned.js';
import {LONGEST_NAME, LONGEST_NOTE} from '../session/labels.js';
import {VERSION} from '../session/upgrade.js';
import {FORMAT} from './set-up.js';

/** @param {any[]} fields of the core's schema @param {Record<string, any>} [also] @returns {any} */
const objectOf = (fields, also = {}) => ({
  type: 'object',
  properties: {...also, ...Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)]))},
  required: [...Object.keys(also), ...fields.filter(({optional}) => !optional).map(({name}) => name)],
});

/** @param {any} field */
function schemaOf({type, kinds, fields, options, unit, hard, optional, longest}) {
  if (kinds) {
    const oneOf = kinds.map((/** @type {any} */ one) => objectOf(one.fields, {kind: {const: one.kind}}));
    return type === 'list' ? {type: 'array', items: {oneOf}, maxItems: longest} : {oneOf};
  }
  if (fields) return objectOf(fields);
  if (options) return {enum: options};
  return {
    type: optional ? ['number', 'null'] : 'number',
    ...(unit && {description: `in ${unit}`}),
    ...(hard && {minimum: hard.low, maximum: hard.high}),
  };
}

const text = (/** @type {number} */ maxLength) => ({type: 'string', maxLength});

/**
 * The JSON Schema of a set-up (send/set-up.js). Rules between fields, such as c below vpeak, are the core's alone.
 * @param {Schema} schema the core's @param {Preset[]} presets
 */
export function jsonSchema({fields}, presets) {
  const experiment = {$ref: '#/$defs/experiment'};
  const preset = {enum: presets.map(({id}) => id)};
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `A set-up of Izhikevich Lab ${__VERSION__}`,
    type: 'object',
    properties: {
      format: {const: FORMAT},
      software: {type: 'string', description: 'the version that wrote it'},
      citation: {type: 'string', description: 'how to cite it'},
      version: {const: VERSION, description: 'of the form'},
      preset: {...preset, description: 'the preset it was made from'},
      runs: {type: 'array', items: experiment, minItems: 1, description: 'as many as the preset has'},
      selected: {type: 'integer', minimum: 0, description: 'the index of the run shown'},
      edited: {type: 'boolean', description: 'whether any run differs from the preset'},
      window: {
        type: 'object',
        description: 'the stretch of time shown, in ms; to: null means the end',
        properties: {from: {type: 'number', minimum: 0}, to: {type: ['number', 'null']}},
        required: ['from', 'to'],
      },
      ghosts: {
        type: 'array',
        maxItems: MOST_GHOSTS,
        description: 'the pinned runs',
        items: {
          type: 'object',
          properties: {
            name: text(LONGEST_NAME),
            of: {
              type: 'object',
              properties: {preset, index: {type: 'integer', minimum: 0}},
              required: ['preset', 'index'],
            },
            experiment,
          },
          required: ['name', 'of', 'experiment'],
        },
      },
      name: {...text(LONGEST_NAME), description: 'the name of the cell'},
      title: text(LONGEST_NAME),
      note: {...text(LONGEST_NOTE), description: 'plain text for those who get it'},
      screen: {type: 'object', description: 'what is open on the screen'},
      display: {
        type: 'object',
        description: 'how it is shown to those who get it',
        properties: {answers: {const: 'off'}, lang: {type: 'string'}, theme: {type: 'string'}},
      },
    },
    required: ['format', 'version', 'preset', 'runs'],
    $defs: {experiment: objectOf(fields)},
  };
}
