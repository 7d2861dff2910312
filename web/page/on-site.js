// page/on-site.js: whether the page stands where `make site` put it, with the other files of the site beside it.
import {givenSetUp} from '../send/copy.js';
import {labAddress} from '../send/site-address.js';
import {framed} from '../send/stored-state.js';

/** Whether the page is the lab on its site: neither a file on disk, nor in a frame, nor a copy that was handed out. */
export const onSite = () =>
  /^https?:$/.test(location.protocol) && /(\/|\/index\.html)$/.test(location.pathname) && !framed() && !givenSetUp();

/** The address of the page for lecturers, from the lab that has the page to itself or from another; '' if it is not known. @param {boolean} ownsPage */
export const lecturersPage = (ownsPage) => {
  const site = ownsPage && onSite() ? location.href : labAddress();
  return site && new URL('lecturers.html', site).href;
};
