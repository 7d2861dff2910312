// analyses-entry.js: what a test bundles of the analyses.
export {analyses} from 'listed:analyses';
