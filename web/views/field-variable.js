// views/field-variable.js: which of the model's variables a field belongs to.

/** The variable whose colour a field has: 'v', 'u', 'i', or '' for none. @param {NumberField} field */
export function variableOf({id, name, unit}) {
  if (id.startsWith('stimulus.')) return unit === 'pA' ? 'i' : '';
  if (unit === 'mV') return 'v';
  return ['a', 'b', 'd', 'u'].includes(name) ? 'u' : '';
}
