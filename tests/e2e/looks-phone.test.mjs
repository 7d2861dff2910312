// looks-phone.test.mjs: axe-core and the sizes of targets on a phone.
import {goesThrough} from './looks.mjs';

goesThrough('chromium', 'phone');
