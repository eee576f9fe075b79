/** Times, size and memory of this tool beside Typst's Node binding, in one run, as a table on standard output. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../tools/build.mjs'
import { makeCase } from './case.mjs'
import { typstRecord, typstRenderer } from './typst.mjs'

const quick = process.argv.includes('--quick')
const NOTES = 200
const MEMORY_NOTES = quick ? 400 : 2000
const COLD_RUNS = quick ? 5 : 21
const here = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'verbale-bench-'))
const cli = join(here, '../../dist/verbale.cjs')
// One core for every child, so that the two are compared on the same: where `taskset` is missing, as it comes.
const pin = spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : []

function run(command) {
  const [program, ...rest] = [...pin, ...command]
  const start = process.hrtime.bigint()
  const done = spawnSync(program, rest, { encoding: 'utf8', cwd: join(here, '../..') })
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  if (done.status !== 0) throw new Error(`${command.join(' ')}: exit ${done.status}\n${done.stderr}`)
  return { milliseconds, output: done.stdout }
}

const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
const round = (number, digits = 1) => (number === undefined ? '–' : number.toFixed(digits))

/** The words of blocks, of whatever kind. */
function wordsOf(blocks) {
  return blocks.flatMap(block => {
    const inner = block.blocks ?? block.items?.flat() ?? []
    const inlines = block.children ?? block.header?.concat(block.rows.flat()).flatMap(cell => cell.children) ?? []
    return [
      ...wordsOf(inner),
      ...inlines
        .map(each => each.text ?? '')
        .join('')
        .split(/\s+/)
        .filter(Boolean)
    ]
  })
}

async function prepare() {
  const { register, requests } = makeCase(NOTES)
  await bundle(join(here, 'engine.ts'), join(folder, 'engine.cjs'))
  const { openEngine } = createRequire(import.meta.url)(join(folder, 'engine.cjs'))
  const { document, make } = openEngine(JSON.stringify(register))
  const documents = requests.map(each => document(JSON.stringify(each)))
  const typst = documents.map(typstRecord)
  writeFileSync(join(folder, 'case.json'), JSON.stringify({ register, requests, typst }))
  mkdirSync(join(folder, 'cold'))
  writeFileSync(join(folder, 'cold/register.json'), JSON.stringify(makeCase(1).register))
  writeFileSync(join(folder, 'cold/note.json'), JSON.stringify(requests[0]))
  writeFileSync(join(folder, 'cold/typst.json'), typst[0] ?? '')
  const words = documents.map(each => wordsOf(each.blocks).length)
  return { words: Math.min(...words), pages: make(JSON.stringify(requests[0]), 'issue').pages }
}

/** Whole processes, taken in turn so that a busy moment falls on all of them. */
function cold(hasTypst) {
  const ours = (form, name) => [
    'node',
    cli,
    'render',
    join(folder, 'cold/note.json'),
    '--form',
    form,
    '-o',
    join(folder, name),
    '--quiet'
  ]
  const commands = {
    node: ['node', '-e', '0'],
    // The same file as an issue; but making an issue makes two.
    issue: ours('courtesy-copy', 'issue.pdf'),
    'file-copy': ours('file-copy', 'file-copy.pdf'),
    'issue and file-copy': ours('issue', 'both.pdf'),
    ...(hasTypst
      ? { typst: ['node', join(here, 'typst-one.mjs'), join(folder, 'cold/typst.json'), join(folder, 'typst.pdf')] }
      : {})
  }
  const times = Object.fromEntries(Object.keys(commands).map(name => [name, []]))
  for (let index = 0; index <= COLD_RUNS; index++) {
    for (const name of ['both.pdf', 'both.file.pdf']) rmSync(join(folder, name), { force: true })
    for (const [name, command] of Object.entries(commands)) {
      const { milliseconds } = run(command)
      if (index > 0) times[name].push(milliseconds)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]))
}

const warm = (tool, count) =>
  JSON.parse(run(['node', '--expose-gc', join(here, 'warm.mjs'), tool, folder, String(count)]).output)

const measured = await prepare()
const hasTypst =
  typstRenderer([
    readFileSync(
      createRequire(import.meta.url).resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf')
    )
  ]) !== null
const coldTimes = cold(hasTypst)
const tools = ['issue', 'file-copy', ...(hasTypst ? ['typst'] : [])]
const rounds = [0, 1, 2]
  .slice(0, quick ? 1 : 3)
  .map(() => Object.fromEntries(tools.map(tool => [tool, warm(tool, 2 * NOTES)])))
const memory = Object.fromEntries(tools.map(tool => [tool, warm(tool, MEMORY_NOTES).resident]))
const best = (tool, when = 'median') =>
  median(rounds.map(each => each[tool]?.[when]).filter(each => each !== undefined))

console.log(
  `${NOTES} notes of at least ${measured.words} words, ${measured.pages} pages; ${pin.length ? 'one core' : 'not pinned to a core'}; node ${process.version}\n`
)
console.log(
  '| tool | cold ms | ms a note, 31st to 200th | warm ms a note, from the 201st | notes/s | KB | MB after 200 | MB after all |\n|---|--:|--:|--:|--:|--:|--:|--:|'
)
console.log(`| node -e 0 | ${round(coldTimes.node, 0)} | | | | | | |`)
for (const tool of tools) {
  const last = Object.values(memory[tool]).at(-1)
  const kilobytes = round(statSync(join(folder, `${tool}.pdf`)).size / 1024)
  console.log(
    `| ${tool} | ${round(coldTimes[tool], 0)} | ${round(best(tool, 'early'), 2)} | ${round(best(tool), 2)} | ${round(1000 / best(tool), 0)} | ${kilobytes} | ${round(memory[tool][200], 0)} | ${round(last, 0)} |`
  )
}
console.log(`| issue and file-copy | ${round(coldTimes['issue and file-copy'], 0)} | | | | | | |`)
if (!hasTypst) console.log('| typst | not installed | | | | | | |')
if (hasTypst) {
  console.log(
    `\nwarm: ${round(best('typst') / best('issue'))} times Typst's speed; cold: ${round(coldTimes.issue / coldTimes.typst, 2)} times Typst's time`
  )
}
console.log(`a file copy: ${round(best('file-copy') / best('issue'), 2)} times the warm time of its issue`)
console.log(
  `memory: ${round(Object.values(memory.issue).at(-1) / memory.issue[200], 3)} times after ${MEMORY_NOTES} notes what it was after 200`
)
rmSync(folder, { recursive: true, force: true })
