// looks.test.mjs: axe-core and the sizes of targets in the themes of a desk.
import {goesThrough} from './looks.mjs';

goesThrough('chromium', 'desk');
