/** A file that is imported as its text (`?raw`). */
declare module '*?raw' {
  const text: string
  export = text
}
