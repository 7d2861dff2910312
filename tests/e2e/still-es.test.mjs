// still-es.test.mjs: nothing moves that nobody moved, in Spanish, whose texts are longer.
import {keepsStill} from './still.mjs';

keepsStill('es');
