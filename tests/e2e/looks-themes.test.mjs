// looks-themes.test.mjs: axe-core and the sizes of targets in the projector and in forced colours.
import {goesThrough} from './looks.mjs';

goesThrough('chromium', 'themes');
