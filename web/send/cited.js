// send/cited.js: what every file that leaves the lab says of its origin.

/** What wrote it, and how to cite that. */
export const SOFTWARE = `Izhikevich Lab ${__VERSION__}`;
export const CITATION = __CITATION__;
