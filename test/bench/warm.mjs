/** A tool's name (ours by the form of the note) and a count in; one line of JSON with times, size and resident memory out. Run with --expose-gc. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { typstRenderer } from './typst.mjs'

const [tool, folder, count = '400'] = process.argv.slice(2)
const { openEngine } = createRequire(import.meta.url)(join(folder, 'engine.cjs'))
const { register, requests, typst } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'))

function ours(form) {
  const { make } = openEngine(JSON.stringify(register))
  const texts = requests.map(each => JSON.stringify(each))
  return index => make(texts[index % texts.length], form).output
}

function peer() {
  const render = typstRenderer(
    [
      '400Regular/SourceSerif4_400Regular',
      '400Regular_Italic/SourceSerif4_400Regular_Italic',
      '700Bold/SourceSerif4_700Bold',
      '700Bold_Italic/SourceSerif4_700Bold_Italic'
    ].map(face => readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/source-serif-4/${face}.ttf`)))
  )
  return index => render(typst[index % typst.length])
}

const render = tool === 'typst' ? peer() : ours(tool)
/** Notes that are not counted, and those after which a process that makes notes all day is warm. */
const [FIRST, WARM] = [30, 200]
const milliseconds = []
const resident = {}
let bytes = 0
for (let index = 0; index < Number(count); index++) {
  const start = process.hrtime.bigint()
  bytes += render(index).length
  milliseconds.push(Number(process.hrtime.bigint() - start) / 1e6)
  if ((index + 1) % 200 === 0) {
    globalThis.gc()
    resident[index + 1] = process.memoryUsage.rss() / 1048576
  }
}
const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
console.log(
  JSON.stringify({
    tool,
    early: median(milliseconds.slice(FIRST, WARM)),
    median: median(milliseconds.slice(WARM)),
    kilobytes: bytes / milliseconds.length / 1024,
    resident
  })
)
