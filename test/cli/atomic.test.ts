import { spawn, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { type FileCalls, makeFolder, writeWhole } from '../../src/cli/atomic.ts'
import { Obstacle } from '../../src/cli/obstacle.ts'
import { folderOf } from './folder.ts'

const bytes = new TextEncoder().encode('new')

/** The real calls but one, which fails as the system says it. */
function failing(name: keyof FileCalls, code: string): FileCalls {
  const fail = (): never => {
    throw Object.assign(new Error(code), { code })
  }
  return { ...fs, [name]: fail }
}

function text(path: string): string {
  return fs.readFileSync(path, 'utf8')
}

describe('writing a file whole', () => {
  test('a new file, and one in the place of another, with its permissions', () => {
    const folder = folderOf({ old: 'old' })
    fs.chmodSync(join(folder, 'old'), 0o640)
    writeWhole(join(folder, 'new'), bytes)
    writeWhole(join(folder, 'old'), bytes)
    expect(fs.readdirSync(folder)).toEqual(['new', 'old'])
    expect([text(join(folder, 'new')), text(join(folder, 'old'))]).toEqual(['new', 'new'])
    expect(fs.statSync(join(folder, 'old')).mode & 0o777).toBe(0o640)
  })

  test('an archived file is read-only, and no later run writes over it', () => {
    const path = join(folderOf({}), 'issue.pdf')
    writeWhole(path, bytes, true)
    expect(fs.statSync(path).mode & 0o777).toBe(0o444)
    expect(() => writeWhole(path, new Uint8Array())).toThrow(
      new Obstacle(`cannot write ${path}: the file that is there is read-only`)
    )
    expect(text(path)).toBe('new')
  })

  test('a symbolic link stays a link', () => {
    const folder = folderOf({ 'real/note.pdf': 'old' })
    fs.symlinkSync('real/note.pdf', join(folder, 'link.pdf'))
    writeWhole(join(folder, 'link.pdf'), bytes)
    expect(fs.lstatSync(join(folder, 'link.pdf')).isSymbolicLink()).toBe(true)
    expect(text(join(folder, 'real/note.pdf'))).toBe('new')
  })

  test('a pipe or a device is written to, not replaced', async () => {
    const pipe = join(folderOf({}), 'pipe')
    spawnSync('mkfifo', [pipe])
    const reader = spawn('cat', [pipe])
    const read = new Promise<string>(done => reader.stdout.on('data', data => done(String(data))))
    writeWhole(pipe, bytes)
    expect(fs.statSync(pipe).isFIFO()).toBe(true)
    expect(await read).toBe('new')
  })

  test('a folder is no file', () => {
    const folder = folderOf({})
    expect(() => writeWhole(folder, bytes)).toThrow(`cannot write ${folder}: it is a folder`)
  })

  test('where the folder is not there', () => {
    const path = join(folderOf({}), 'none/note.pdf')
    expect(() => writeWhole(path, bytes)).toThrow(new Obstacle(`cannot write ${path}: its folder is not there`))
  })

  const faults: readonly (readonly [keyof FileCalls, string, string])[] = [
    ['openSync', 'EACCES', 'permission denied'],
    ['openSync', 'EROFS', 'the file system is read-only'],
    ['writeFileSync', 'ENOSPC', 'no space is left'],
    ['fsyncSync', 'EIO', 'the disk failed'],
    ['renameSync', 'EDQUOT', 'the disk quota is used up']
  ]
  for (const [name, code, reason] of faults) {
    test(`${code} in ${name}: the old file is whole, and nothing is left beside it`, () => {
      const folder = folderOf({ 'note.pdf': 'old' })
      const path = join(folder, 'note.pdf')
      expect(() => writeWhole(path, bytes, false, failing(name, code))).toThrow(
        new Obstacle(`cannot write ${path}: ${reason}`)
      )
      expect(fs.readdirSync(folder)).toEqual(['note.pdf'])
      expect(text(path)).toBe('old')
    })
  }

  test('an error that is no system error is ours and passes through', () => {
    const broken = { ...fs, fsyncSync: () => undefined, renameSync: () => { throw new TypeError('ours') } } // biome-ignore format: one line
    expect(() => writeWhole(join(folderOf({}), 'a'), bytes, false, broken)).toThrow(TypeError)
  })

  test('making a folder where a file is', () => {
    const folder = folderOf({ out: '' })
    expect(() => makeFolder(join(folder, 'out'))).toThrow('a file is in its place')
  })
})

/** The module under test as a file that another process can load. */
async function bundled(): Promise<string> {
  const folder = folderOf({})
  fs.chmodSync(folder, 0o755)
  const outfile = join(folder, 'atomic.cjs')
  await build({ entryPoints: ['src/cli/atomic.ts'], bundle: true, platform: 'node', format: 'cjs', outfile })
  return outfile
}

test('a folder that the user may not write', async () => {
  const folder = folderOf({ 'note.pdf': 'old' })
  fs.chmodSync(folder, 0o555)
  const script = `try { require(${JSON.stringify(await bundled())}).writeWhole(${JSON.stringify(join(folder, 'note.pdf'))}, Buffer.from('new')) }
    catch (thrown) { console.log(thrown.name, thrown.message) }`
  // Root may write anywhere: then it is tried as nobody.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const done = spawnSync(process.execPath, ['-e', script], { ...nobody, encoding: 'utf8' })
  expect(done.stdout).toBe(`Obstacle cannot write ${join(folder, 'note.pdf')}: permission denied\n`)
  expect(text(join(folder, 'note.pdf'))).toBe('old')
})

describe('runs that were killed', () => {
  test('kill -9 in mid-write leaves the old file whole; the next run removes what was left', async () => {
    const folder = folderOf({ 'note.pdf': 'old' })
    const path = join(folder, 'note.pdf')
    const script = `const fs = require('node:fs')
      const kill = () => process.kill(process.pid, 'SIGKILL')
      require(${JSON.stringify(await bundled())}).writeWhole(${JSON.stringify(path)}, Buffer.from('new'), false, { ...fs, fsyncSync: kill })`
    expect(spawnSync(process.execPath, ['-e', script]).signal).toBe('SIGKILL')
    expect(text(path)).toBe('old')
    const left = fs.readdirSync(folder).filter(name => name !== 'note.pdf')
    expect(left).toEqual([expect.stringMatching(/^\.verbale-\d+-1\.tmp$/)])

    writeWhole(path, bytes)
    expect(fs.readdirSync(folder)).toEqual(['note.pdf'])
    expect(text(path)).toBe('new')
  })

  test('the file of a run that still goes on is kept', () => {
    const live = `.verbale-${process.ppid}-1.tmp`
    const folder = folderOf({ [live]: '', '.verbale-old.tmp': '', '.verbale-note': '' })
    writeWhole(join(folder, 'a'), bytes)
    expect(fs.readdirSync(folder).sort()).toEqual([live, '.verbale-note', 'a'].sort())
  })
})
