// embed/main.js: the page that is nothing but a lab, and what it tells a page that has it in a frame.
import {lab} from '../page/main.js';
import {hearHost} from './host.js';
import {tellSize} from './size.js';

if (lab) {
  hearHost(lab);
  tellSize(lab, document.body);
}
