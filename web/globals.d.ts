// What build.mjs gives to the modules beside JavaScript, for tsc.

/** The version in package.json. */
declare const __VERSION__: string;

declare module '*.html' {
  const text: string;
  export default text;
}

declare module '*.wasm' {
  /** A promise of them where they lie packed. */
  const bytes: Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
  export default bytes;
}
