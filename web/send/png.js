// send/png.js: a PNG with its size on paper and with texts about it.

/** The length of what stands before the first place for further chunks: the signature and the header. */
const HEAD = 33;

/** The checksum of a chunk. @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum;
}

/** @param {string} type @param {Uint8Array} data */
function chunk(type, data) {
  const all = new Uint8Array(12 + data.length);
  const view = new DataView(all.buffer);
  view.setUint32(0, data.length);
  all.set(new TextEncoder().encode(type), 4);
  all.set(data, 8);
  view.setInt32(8 + data.length, checksum(all.subarray(4, 8 + data.length)));
  return all;
}

/**
 * @param {Blob} png @param {number} dots in a metre @param {Record<string, string>} texts by the keywords of PNG
 */
export async function pngWith(png, dots, texts) {
  const size = new DataView(new ArrayBuffer(9));
  size.setUint32(0, dots);
  size.setUint32(4, dots);
  size.setUint8(8, 1);
  const notes = Object.entries(texts).map(([key, text]) =>
    chunk('iTXt', new TextEncoder().encode(`${key}\0\0\0\0\0${text}`)),
  );
  const head = await png.slice(0, HEAD).arrayBuffer();
  return new Blob([head, chunk('pHYs', new Uint8Array(size.buffer)), ...notes, png.slice(HEAD)], {type: png.type});
}
