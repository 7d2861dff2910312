export * from './core.js'; export * from './language.js';
