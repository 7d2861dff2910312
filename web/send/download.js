// send/download.js: saves files.

/** Whether the browser may block downloads silently: in a frame of opaque origin, such as a sandboxed one. */
export const downloadsUncertain = () => window.self !== window.top && window.origin === 'null';

/** @param {string} name @param {string} type @param {string | Blob} content */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], {type}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
