// What build.mjs gives to the modules beside JavaScript, for tsc.

/** The version in package.json. */
declare const __VERSION__: string;

declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
