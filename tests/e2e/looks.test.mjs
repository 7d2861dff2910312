// looks.test.mjs: axe-core and the sizes of targets on a desk and on a tablet.
import {goesThrough} from './looks.mjs';

goesThrough('chromium', 'desk');
