/** A record's file in, Typst's PDF out: one whole process, for cold times. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { typstRenderer } from './typst.mjs'

const [record, out] = process.argv.slice(2)
const face = name =>
  readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/source-serif-4/${name}.ttf`))
const faces = [
  '400Regular/SourceSerif4_400Regular',
  '400Regular_Italic/SourceSerif4_400Regular_Italic',
  '700Bold/SourceSerif4_700Bold',
  '700Bold_Italic/SourceSerif4_700Bold_Italic'
]
const render = typstRenderer(faces.map(face))
writeFileSync(out, render(readFileSync(record, 'utf8')))
