// hosts.mjs: pages that are not the lab's own with the lab in them, across two origins: the lab on one server, the page on another.
import {createServer} from 'node:http';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, extname, join} from 'node:path';
import {root} from '../support.mjs';
import {isReady, open, pause} from './lab.mjs';
import {site} from './support.mjs';

const TYPES = {html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', json: 'application/json'};

/** @type {Promise<string> | undefined} */
let served;

/** The address of the site, on a server of its own. */
export const labSite = () =>
  (served ??= new Promise((resolve) => {
    const server = createServer(({url}, response) => {
      const {pathname} = new URL(url, 'http://lab');
      const file = join(dirname(site), pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      if (!existsSync(file)) return response.writeHead(404).end();
      // A module is loaded from another origin only if its server allows that.
      const headers = {
        'content-type': TYPES[extname(file).slice(1)] ?? 'text/plain',
        'access-control-allow-origin': '*',
      };
      response.writeHead(200, headers).end(readFileSync(file));
    });
    server.unref(); // the end of the tests is its end
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/`));
  }));

/**
 * Opens a page of tests/hosts/ with the lab in its first frame, and answers, beside what `open` does, that frame as `lab`, once the
 * lab in it is ready (unless `wait` is false).
 * @param {string} name of the page @param {{browser?: string, hash?: string, search?: string, query?: Record<string, string>, wait?: boolean} & Record<string, any>} [how]
 *   `search` and `hash` belong to the lab's address, `query` to the page's
 */
export async function openHost(name, {hash = '', search = '', query = {}, wait = true, ...how} = {}) {
  const lab = `${await labSite()}${search}${hash}`;
  const opened = await open({
    ...how,
    file: join(root, 'tests/hosts', `${name}.html`),
    search: `?${new URLSearchParams({lab, ...query})}`,
  });
  return {...opened, lab: wait ? await labIn(opened.page) : undefined};
}

/** The frame in a page in which there is a lab, once that is ready. */
export async function labIn(page) {
  for (let tries = 0; tries < 150; tries += 1) {
    for (const frame of page.frames().slice(1)) if (await frame.evaluate(isReady).catch(() => false)) return frame;
    await pause(100);
  }
  throw new Error('the lab in the frame did not come up');
}
