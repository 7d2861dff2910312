// words/words.js: the texts of the page, in the language that is chosen.
export {words} from './en.js';
