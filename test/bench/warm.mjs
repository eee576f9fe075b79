/** A tool's name and a count in; one line of JSON with times, size and resident memory out. Run with --expose-gc. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { typstRenderer } from './typst.mjs'

const [tool, folder, count = '200', warmUp = '30'] = process.argv.slice(2)
const { openEngine } = createRequire(import.meta.url)(join(folder, 'engine.cjs'))
const { register, requests, typst } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'))

function ours() {
  const { make } = openEngine(JSON.stringify(register))
  const texts = requests.map(each => JSON.stringify(each))
  return index => make(texts[index % texts.length]).output
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

const render = tool === 'typst' ? peer() : ours()
for (let index = 0; index < Number(warmUp); index++) render(requests.length - 1 - (index % requests.length))
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
const total = milliseconds.reduce((sum, each) => sum + each, 0)
milliseconds.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    tool,
    median: milliseconds[milliseconds.length >> 1],
    perSecond: (milliseconds.length / total) * 1000,
    kilobytes: bytes / milliseconds.length / 1024,
    resident
  })
)
