/** The shipped faces and shaper, read from where npm put them; nothing else is in this world. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createTypesetter } from '../../src/layout/shape.ts'
import type { FaceName, World } from '../../src/world.ts'

const files: Readonly<Record<FaceName, string>> = {
  regular: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  italic: '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  'bold-italic': '@expo-google-fonts/source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf'
}
const require = createRequire(import.meta.url)
const read = (name: string) => new Uint8Array(readFileSync(require.resolve(name)))
const refuse = () => {
  throw new Error('layout asks for nothing but faces and the shaper')
}

export const world: World = {
  read: refuse,
  list: refuse,
  font: face => read(files[face]),
  shaper: () => read('harfbuzzjs/dist/harfbuzz.wasm'),
  deflate: refuse,
  inflate: refuse,
  sha256: refuse,
  version: '0'
}

/** One for all tests of a file; what it gives does not depend on what it was asked before. */
export const typesetter = createTypesetter(world)
