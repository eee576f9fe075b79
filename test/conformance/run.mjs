/** Files in every form, and broken ones, before validators from outside; a table, and exit code 1 where one disagrees. */
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../tools/build.mjs'

/** What `npm run conformance` gives back where a validator was not there to be asked. */
const DID_NOT_RUN = 3
/** Generated notes, and how many of them as file copies too; `--quick` looks at a fifth. */
const [GENERATED, COPIES] = process.argv.includes('--quick') ? [100, 20] : [500, 100]
/** The fixture that has everything that can be broken: footnotes, tables, a second language. */
const TO_BREAK = 'chronology-annex'
/** The fixture that is made with every kind of emblem. */
const WITH_EMBLEM = 'embassy-storming'
/** Levels of PDF/A by the folder of their files. */
const LEVELS = ['2a', '2u', '3a']

const here = import.meta.dirname
const root = join(here, '../..')
process.chdir(root)
const jars = join(root, 'node_modules/.cache/verapdf-1.28.2')
const folder = mkdtempSync(join(tmpdir(), 'verbale-conformance-'))

function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
}

/** Fetches veraPDF where it is not there yet. Gives why it cannot be asked, or null. */
function missingValidator() {
  for (const program of ['java', 'mvn'])
    if (spawnSync(program, ['-version']).error) return `${program} is not installed`
  if (existsSync(jars)) return null
  progress('fetching veraPDF')
  const beside = `${jars}.${process.pid}`
  const options = [
    '-q',
    '-B',
    '-f',
    join(here, 'pom.xml'),
    'dependency:copy-dependencies',
    `-DoutputDirectory=${beside}`
  ]
  const done = spawnSync('mvn', options, { encoding: 'utf8' })
  if (done.status !== 0 || !existsSync(beside)) {
    rmSync(beside, { recursive: true, force: true })
    return `Maven cannot fetch it: ${`${done.stdout}${done.stderr}`.trim().split('\n')[0]}`
  }
  renameSync(beside, jars)
  return null
}

/** A program's standard output, whatever its exit code; it is an error where it cannot be started. */
function ask(program, options) {
  return new Promise((give, fail) => {
    execFile(program, options, { encoding: 'utf8', maxBuffer: 2 ** 28 }, (error, output, errors) => {
      if (error && typeof error.code !== 'number') fail(new Error(`cannot start ${program}: ${error.message}`))
      else give({ output, errors, code: error?.code ?? 0 })
    })
  })
}

/** What veraPDF says of the files below folders: by path, the clauses that are broken. */
async function verapdf(flavour, folders) {
  const options = [
    '-cp',
    join(jars, '*'),
    'org.verapdf.apps.GreenfieldCliWrapper',
    '-f',
    flavour,
    '--format',
    'text',
    '-v',
    '-r'
  ]
  const { output, errors } = await ask('java', [...options, ...folders])
  const verdicts = new Map()
  let clauses = []
  for (const line of output.split('\n')) {
    const [, verdict, path] = /^(PASS|FAIL) (.*\.pdf) \S+$/.exec(line) ?? []
    const [, clause] = /^ {2}FAIL (\S+)/.exec(line) ?? []
    if (path) {
      clauses = []
      verdicts.set(path, verdict === 'PASS' ? [] : clauses)
    } else if (clause) clauses.push(clause)
  }
  if (verdicts.size === 0) throw new Error(`veraPDF says nothing: ${errors.split('\n')[0]}`)
  return verdicts
}

/** What other readers of PDF say against one file. */
async function readers(path, text, { structureText }) {
  const [checked, fonts, tagged] = await Promise.all([
    ask('qpdf', ['--check', path]),
    ask('pdffonts', [path]),
    ask('pdfinfo', ['-struct-text', path])
  ])
  const faces = fonts.output.trimEnd().split('\n').slice(2)
  return [
    ...(checked.code === 0 ? [] : [`qpdf: ${checked.errors.trim()}`]),
    ...(faces.length > 0 && faces.every(face => / yes yes yes +\d+ +0$/.test(face))
      ? []
      : ['pdffonts: a face is not embedded, no subset or has no text']),
    ...(structureText(tagged.output) === text ? [] : ['pdfinfo: the tagged text is not the text of the note'])
  ]
}

/** Runs tasks, some at a time. */
async function inTurn(items, task) {
  const left = [...items.entries()]
  const done = []
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) done[next[0]] = await task(next[1], next[0])
  }
  await Promise.all([worker(), worker()])
  return done
}

async function makeAll() {
  await bundle(join(here, 'make.ts'), join(folder, 'make.cjs'))
  const maker = createRequire(import.meta.url)(join(folder, 'make.cjs'))
  const fixtures = readdirSync('fixtures').filter(name => existsSync(join('fixtures', name, 'note.yaml')))
  progress('making notes')
  const made = [
    ...fixtures.flatMap(name => maker.ofFixture(name)),
    ...maker.emblems(WITH_EMBLEM),
    ...maker.generated(GENERATED, COPIES)
  ]
  for (const level of [...LEVELS, 'spoilt']) mkdirSync(join(folder, level))
  const files = made.map(({ name, level, bytes, text }) => {
    const path = join(folder, level, `${name}.pdf`)
    writeFileSync(path, bytes)
    return { path, level, text }
  })
  const spoilt = maker.spoilt(TO_BREAK).map(({ name, breaks, bytes }) => {
    const path = join(folder, 'spoilt', `${name}.pdf`)
    writeFileSync(path, bytes)
    return { path, name, breaks }
  })
  return { files, spoilt, maker }
}

/** The rows of the table, and everything that is wrong. */
async function validate({ files, spoilt }) {
  const rows = []
  const wrong = []
  const folders = [...LEVELS, 'spoilt'].map(each => join(folder, each))
  progress('asking veraPDF')
  const ua1 = verapdf('ua1', folders)
  const byLevel = {}
  for (const level of LEVELS)
    byLevel[level] = await verapdf(level, [join(folder, level), ...(level === '3a' ? [join(folder, 'spoilt')] : [])])
  const verdicts = { ...byLevel, ua1: await ua1 }
  for (const [flavour, found] of Object.entries(verdicts)) {
    const asked = files.filter(({ level }) => flavour === 'ua1' || level === flavour)
    const bad = asked.filter(({ path }) => found.get(path)?.length !== 0)
    rows.push([`veraPDF 1.28.2, ${flavour}`, asked.length, bad.length])
    for (const { path } of bad)
      wrong.push(`${flavour} ${path.slice(folder.length + 1)}: ${found.get(path)?.join(' ') ?? 'not looked at'}`)
  }
  for (const flavour of ['3a', 'ua1']) {
    const missed = spoilt.filter(
      ({ path, breaks }) => String(verdicts[flavour].get(path)?.toSorted().join(' ')) !== String(breaks[flavour] ?? '')
    )
    rows.push([`broken on purpose, ${flavour}`, spoilt.length, missed.length])
    for (const { path, name, breaks } of missed)
      wrong.push(
        `${flavour} ${name}: ${verdicts[flavour].get(path)?.join(' ') || 'sound'} and not ${breaks[flavour] ?? 'sound'}`
      )
  }
  return { rows, wrong }
}

const missing = missingValidator()
const made = await makeAll()
const other = inTurn(made.files, async ({ path, text }, index) => {
  progress(`qpdf, pdffonts, pdfinfo: ${index + 1} of ${made.files.length}`)
  return (await readers(path, text, made.maker)).map(each => `${path.slice(folder.length + 1)}: ${each}`)
})
const [{ rows, wrong }, heard] = await Promise.all([missing === null ? validate(made) : { rows: [], wrong: [] }, other])
progress('')
rows.push(['qpdf, pdffonts, pdfinfo', heard.length, heard.filter(each => each.length > 0).length])
wrong.push(...heard.flat())

console.log('| validator | files | otherwise than expected |\n|---|--:|--:|')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)
for (const each of wrong.slice(0, 40)) console.log(each)
if (missing !== null) console.log(`veraPDF DID NOT RUN: ${missing}`)
rmSync(folder, { recursive: true, force: true })
process.exitCode = wrong.length > 0 ? 1 : missing === null ? 0 : DID_NOT_RUN
