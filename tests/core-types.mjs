// core-types.mjs: reads the types that the build writes for what crosses the border, so that results can be checked
// against them: aliases of objects, unions, lists, tuples, literals and Partial, as wasm/types.cpp writes them.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './support.mjs';

/** The text of the types. */
export const written = readFileSync(join(root, 'build/wasm/core.d.ts'), 'utf8');

const TOKEN = /\s*('[^']*'|\w+|=>|[{}()[\]<>|;:,?=])/y;

function tokensOf(text) {
  const bare = text.replace(/\/\*\*[^]*?\*\/|^\/\/.*$/gm, '').trimEnd();
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < bare.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(bare);
    if (!found) throw new Error(`core.d.ts: ${bare.slice(at, at + 60)}`);
    tokens.push(found[1]);
  }
  return tokens;
}

/**
 * Every type by name: {union: [...]}, {object: {name: {type, optional}}}, {list}, {tuple}, {literal}, {name, given},
 * {index}; Engine's members are {takes, gives}.
 */
export function typesOf(text = written) {
  const tokens = tokensOf(text);
  let at = 0;
  const next = () => tokens[at++];
  const skip = (token) => tokens[at] === token && Boolean(++at);
  const need = (token) => {
    if (!skip(token)) throw new Error(`core.d.ts: ${token} is missing at ${tokens.slice(at - 8, at + 4).join(' ')}`);
  };
  const listed = (end, one) => {
    const all = [];
    while (!skip(end)) {
      all.push(one());
      skip(',');
    }
    return all;
  };
  const argument = () => {
    const name = next();
    need(':');
    return {name, type: union()};
  };
  function object() {
    const members = {};
    let index;
    while (!skip('}')) {
      if (skip('[')) {
        listed(']', next);
        need(':');
        index = union();
      } else {
        const name = next();
        if (skip('<')) listed('>', next);
        if (skip('(')) {
          const takes = listed(')', argument);
          need(':');
          members[name] = {takes, gives: union()};
        } else {
          const optional = skip('?');
          need(':');
          members[name] = {type: union(), optional};
        }
      }
      skip(';');
    }
    return index ? {index} : {object: members};
  }
  function single() {
    const token = next();
    if (token === '{') return object();
    if (token === '[') return {tuple: listed(']', union)};
    if (token === '(') {
      const inner = union();
      need(')');
      return inner;
    }
    if (token[0] === "'") return {literal: token.slice(1, -1)};
    return {name: token, given: skip('<') ? listed('>', union) : []};
  }
  function postfix() {
    let type = single();
    while (skip('[')) {
      if (skip(']')) type = {list: type};
      else listed(']', next); // Asked[Name]
    }
    return type;
  }
  function union() {
    skip('|');
    const all = [postfix()];
    while (skip('|')) all.push(postfix());
    return all.length > 1 ? {union: all} : all[0];
  }
  const types = {};
  while (at < tokens.length) {
    need('type');
    const name = next();
    need('=');
    types[name] = union();
    need(';');
  }
  return types;
}

const SIMPLE = {
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  undefined: (value) => value === undefined,
  Float64Array: (value) => value instanceof Float64Array,
};

/** Why `value` is not exactly of a type; '' if it is. */
export function misfit(value, type, types, path = 'it') {
  const not = (what) => `${path} is no ${what}`;
  if (type.union) {
    const all = type.union.map((one) => misfit(value, one, types, path));
    return all.includes('') ? '' : all.sort((one, other) => other.length - one.length)[0];
  }
  if ('literal' in type) return value === type.literal ? '' : not(`'${type.literal}'`);
  if (type.list || type.tuple) {
    if (!Array.isArray(value)) return not('list');
    if (type.tuple && type.tuple.length !== value.length) return not(`list of ${type.tuple.length}`);
    return value.map((one, i) => misfit(one, type.list ?? type.tuple[i], types, `${path}[${i}]`)).find(Boolean) ?? '';
  }
  if (type.name) {
    const simple = SIMPLE[type.name];
    if (simple) return simple(value) ? '' : not(type.name);
    if (!types[type.name]) return `${path}: there is no type ${type.name}`;
    return misfit(value, types[type.name], types, path);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return not('object');
  if (type.index)
    return (
      Object.entries(value)
        .map(([key, one]) => misfit(one, type.index, types, `${path}.${key}`))
        .find(Boolean) ?? ''
    );
  for (const key of Object.keys(value)) if (!type.object[key]) return `${path}.${key} is in no type`;
  for (const [key, {type: its, optional}] of Object.entries(type.object)) {
    if (optional && !(key in value)) continue;
    if (!(key in value)) return `${path}.${key} is missing`;
    const found = misfit(value[key], its, types, `${path}.${key}`);
    if (found) return found;
  }
  return '';
}
