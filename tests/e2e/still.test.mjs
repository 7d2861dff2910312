// still.test.mjs: nothing moves that nobody moved while something is dragged, in English.
import {keepsStill} from './still.mjs';

keepsStill('en');
