/** Who writes a register holds its lock: what others write meanwhile stays, and a lock that nobody holds is no hindrance. */
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { lockOf, whileLocked } from '../../src/cli/disk/lock.ts'
import { Obstacle } from '../../src/cli/obstacle.ts'
import { times, whole } from '../share.ts'
import { folderOf } from './folder.ts'

const ONCE = { tries: 3, pause: 1 }

function fileIn() {
  const folder = folderOf({ 'register.yaml': 'old' })
  const path = join(folder, 'register.yaml')
  return { folder, file: { path, shown: 'register.yaml' }, lock: lockOf(path) }
}

/** What a lock of this host says, by which a test tells it with another process. */
async function lockText(): Promise<string> {
  const { file, lock } = fileIn()
  return whileLocked(file, () => readFileSync(lock, 'utf8'))
}

/** A process that has ended. */
const ended = () => spawnSync(process.execPath, ['-e', '']).pid

async function refusal(step: Promise<unknown>): Promise<string> {
  try {
    await step
  } catch (thrown) {
    if (thrown instanceof Obstacle) return [thrown.message, ...thrown.hints].join('; ')
    throw thrown
  }
  return 'nothing was refused'
}

describe('a lock', () => {
  test('stands beside the file while the step runs, names its holder, and goes with it', async () => {
    const { folder, file, lock } = fileIn()
    const seen = await whileLocked(file, () => readFileSync(lock, 'utf8'))
    expect(seen).toMatch(new RegExp(`^process ${process.pid} on \\S+`))
    const fails = () => expect.fail('ours')
    await expect(whileLocked(file, fails)).rejects.toThrow('ours')
    expect(readdirSync(folder)).toEqual(['register.yaml'])
  })

  test('is one, whichever link leads to the file', () => {
    const { file, lock } = fileIn()
    const other = folderOf({})
    symlinkSync(file.path, join(other, 'link.yaml'))
    expect(lockOf(join(other, 'link.yaml'))).toBe(lock)
  })

  test('of a process that still runs is waited for', async () => {
    const { file, lock } = fileIn()
    writeFileSync(lock, (await lockText()).replace(String(process.pid), String(process.ppid)))
    const said = await refusal(whileLocked(file, () => 'done', ONCE))
    expect(said).toBe(
      `register.yaml is locked by process ${process.ppid}; try again; if that process is not verbale, remove ${lock}`
    )
    expect(existsSync(lock)).toBe(true)
  })

  test('that is given back while one waits is taken', async () => {
    const { file, lock } = fileIn()
    const holder = spawn(process.execPath, ['-e', `setTimeout(() => require('fs').unlinkSync('${lock}'), 200)`])
    writeFileSync(lock, (await lockText()).replace(String(process.pid), String(holder.pid)))
    expect(await whileLocked(file, () => 'done')).toBe('done')
  })

  test('of a process that has ended is taken over, also where its parent has not asked for it', async () => {
    const { folder, file, lock } = fileIn()
    writeFileSync(lock, (await lockText()).replace(String(process.pid), String(ended())))
    expect(await whileLocked(file, () => 'done', ONCE)).toBe('done')

    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'])
    const zombie = await new Promise<string>(done => parent.stdout.once('data', data => done(String(data).trim())))
    writeFileSync(lock, (await lockText()).replace(String(process.pid), zombie))
    expect(await whileLocked(file, () => 'done')).toBe('done')
    parent.kill()
    expect(readdirSync(folder)).toEqual(['register.yaml'])
  })

  test('of another host, or of nobody, is named with its path', async () => {
    const { file, lock } = fileIn()
    writeFileSync(lock, 'process 12 on elsewhere pid:[1]\n')
    expect(await refusal(whileLocked(file, () => 'done', ONCE))).toBe(
      `register.yaml is locked by process 12 on elsewhere; try again; if that process no longer runs, remove ${lock}`
    )
    writeFileSync(lock, '')
    expect(await refusal(whileLocked(file, () => 'done', ONCE))).toContain('by a process that it does not name; try')
    expect(existsSync(lock)).toBe(true)
  })

  test('that another is just taking over is left to it', async () => {
    const { file, lock } = fileIn()
    writeFileSync(lock, (await lockText()).replace(String(process.pid), String(ended())))
    writeFileSync(`${lock}.takeover`, '')
    const said = await refusal(whileLocked(file, () => 'done', ONCE))
    expect(said).toContain(`which has ended, and ${lock}.takeover is in the way; if no verbale runs, remove`)
  })

  test('that is a folder is refused', async () => {
    const { file, lock } = fileIn()
    mkdirSync(lock)
    expect(await refusal(whileLocked(file, () => 'done'))).toBe(
      `cannot lock register.yaml: ${lock} is a folder; remove it`
    )
  })

  test('cannot be had in a folder that nobody may write', async () => {
    const { folder, file } = fileIn()
    chmodSync(folder, 0o555)
    // Root may write anywhere.
    if (process.getuid?.() !== 0) expect(await refusal(whileLocked(file, () => 'done'))).toContain('permission denied')
    chmodSync(folder, 0o755)
  })
})

const REGISTER = `verbale: 1
parties:
  arvenia: { kind: state, invented: true, names: {} }
  mfa: { kind: ministry, of: arvenia, names: {} }
  embassy: { kind: embassy, of: arvenia, names: {} }
facilities: {}
incidents: {}
communications: {}
sources: {}
`

/** Rounds of writers at once; all of them take two minutes. */
const ROUNDS = times(200, 50)
const WRITERS = whole ? 8 : 4

describe('writers at once', () => {
  test('lose nothing, even where each round begins with the lock of a process that was killed', async () => {
    const { folder, file, lock } = fileIn()
    const script = join(folder, 'writer.cjs')
    await build({
      stdin: { contents: WRITER, resolveDir: import.meta.dirname, loader: 'ts' },
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error'
    })
    const dead = (await lockText()).replace(String(process.pid), String(ended()))
    const writers = Array.from({ length: WRITERS }, () => fork(script, [file.path]))
    try {
      for (let round = 0; round < ROUNDS; round++) {
        writeFileSync(file.path, REGISTER)
        if (round % 2 === 1) writeFileSync(lock, dead)
        const said = await Promise.all(writers.map((writer, number) => answerOf(writer, number)))
        expect(said).toEqual(said.map(() => 'new'))
        const held = readFileSync(file.path, 'utf8').match(/^ {2}n\d:/gm) ?? []
        expect(held.toSorted()).toEqual(writers.map((_, number) => `  n${number}:`))
      }
    } finally {
      for (const writer of writers) writer.kill()
    }
    expect(readdirSync(folder).filter(name => name.startsWith('.'))).toEqual([])
  }, 600_000)
})

function answerOf(writer: ChildProcess, number: number): Promise<unknown> {
  return new Promise(done => {
    writer.once('message', done)
    writer.send(number)
  })
}

/** A process that enters a note of the number that it is sent, and says what came of it. */
const WRITER = `
import { readFileSync } from 'node:fs'
import { enterInFile } from '../../src/cli/disk/register.ts'
const [path] = process.argv.slice(2)
process.on('message', async (number: number) => {
  const sha256 = { issue: String(number).repeat(64) }
  const record = { type: 'note', number: String(number), date: '2031-03-01', from: 'mfa', to: 'embassy', sha256, evidence: [] } as const
  try {
    const bytes = readFileSync(path ?? '')
    const source = { name: 'register.yaml', text: String(bytes) }
    const entered = await enterInFile({ path: path ?? '', shown: 'register.yaml', bytes, source }, { id: 'n' + number, record })
    process.send?.(entered.type)
  } catch (thrown) {
    process.send?.(String(thrown))
  }
})
`
