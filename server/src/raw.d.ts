/** A file's text, by Vite's convention; `scripts/build.mjs` teaches it to esbuild. */
declare module '*?raw' {
  const text: string;
  export default text;
}
