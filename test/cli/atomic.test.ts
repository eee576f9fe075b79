import { spawn, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { type FileCalls, makeFolder, writeOnce, writeWhole } from '../../src/cli/disk/atomic.ts'
import { HOST_IN_NAME } from '../../src/cli/disk/holder.ts'
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

  test('a read-only file is never written over', () => {
    const path = join(folderOf({ 'issue.pdf': 'old' }), 'issue.pdf')
    fs.chmodSync(path, 0o444)
    expect(() => writeWhole(path, bytes)).toThrow(new Obstacle(`cannot write ${path}: the existing file is read-only`))
    expect(text(path)).toBe('old')
  })

  test('a symbolic link stays a link', () => {
    const folder = folderOf({ 'real/note.pdf': 'old' })
    fs.symlinkSync('real/note.pdf', join(folder, 'link.pdf'))
    writeWhole(join(folder, 'link.pdf'), bytes)
    expect(fs.lstatSync(join(folder, 'link.pdf')).isSymbolicLink()).toBe(true)
    expect(text(join(folder, 'real/note.pdf'))).toBe('new')
  })

  test('a symbolic link to nothing stays one, and what it names is made', () => {
    const folder = folderOf({ 'real/other': '' })
    fs.symlinkSync('real/note.pdf', join(folder, 'second.pdf'))
    fs.symlinkSync('second.pdf', join(folder, 'link.pdf'))
    fs.symlinkSync('none/note.pdf', join(folder, 'astray.pdf'))
    writeWhole(join(folder, 'link.pdf'), bytes)
    expect(fs.readlinkSync(join(folder, 'link.pdf'))).toBe('second.pdf')
    expect(fs.readlinkSync(join(folder, 'second.pdf'))).toBe('real/note.pdf')
    expect(text(join(folder, 'real/note.pdf'))).toBe('new')
    expect(() => writeWhole(join(folder, 'astray.pdf'), bytes)).toThrow('it is a link into a missing folder')
    expect(fs.readdirSync(folder).sort()).toEqual(['astray.pdf', 'link.pdf', 'real', 'second.pdf'])
  })

  test('`..` in a link is the folder around the one that the link stands in', () => {
    const folder = folderOf({ 'a/b/c/x': '' })
    fs.symlinkSync('a/b/c', join(folder, 'short'))
    fs.symlinkSync('short/../note.pdf', join(folder, 'link.pdf'))
    writeWhole(join(folder, 'link.pdf'), bytes)
    expect(text(join(folder, 'a/b/note.pdf'))).toBe('new')
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
    expect(() => writeWhole(path, bytes)).toThrow(new Obstacle(`cannot write ${path}: its folder does not exist`))
  })

  test('where the folder takes no files', () => {
    const calls = failing('openSync', 'ENOENT')
    const path = join(folderOf({}), 'note.pdf')
    expect(() => writeWhole(path, bytes, calls)).toThrow(
      new Obstacle(`cannot write ${path}: nothing can be created in its folder`)
    )
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
      expect(() => writeWhole(path, bytes, failing(name, code))).toThrow(
        new Obstacle(`cannot write ${path}: ${reason}`)
      )
      expect(fs.readdirSync(folder)).toEqual(['note.pdf'])
      expect(text(path)).toBe('old')
    })
  }

  test('an error that is no system error is ours and passes through', () => {
    const broken = { ...fs, fsyncSync: () => undefined, linkSync: () => { throw new TypeError('ours') } } // biome-ignore format: one line
    expect(() => writeWhole(join(folderOf({}), 'a'), bytes, broken)).toThrow(TypeError)
  })
})

/** The real calls, with something that another process does in the last moment before a file gets its name. */
function meanwhile(act: () => void): FileCalls {
  const fsyncSync = (file: number): void => {
    fs.fsyncSync(file)
    act()
  }
  return { ...fs, fsyncSync }
}

describe('a file that is archived', () => {
  test('is written once, read-only', () => {
    const folder = folderOf({ 'draft.pdf': 'old' })
    const path = join(folder, 'issue.pdf')
    expect(writeOnce(path, bytes)).toBe(true)
    expect(fs.statSync(path).mode & 0o777).toBe(0o444)
    expect(writeOnce(path, new Uint8Array())).toBe(false)
    expect(writeOnce(join(folder, 'draft.pdf'), bytes)).toBe(false)
    expect([text(path), text(join(folder, 'draft.pdf'))]).toEqual(['new', 'old'])
    expect(fs.readdirSync(folder)).toEqual(['draft.pdf', 'issue.pdf'])
  })

  test('does not take the place of one that came in the last moment', () => {
    const folder = folderOf({})
    const path = join(folder, 'issue.pdf')
    const calls = meanwhile(() => fs.writeFileSync(path, 'theirs'))
    expect(writeOnce(path, bytes, calls)).toBe(false)
    expect(text(path)).toBe('theirs')
    expect(fs.readdirSync(folder)).toEqual(['issue.pdf'])
  })

  test('nor does a draft take its place', () => {
    const folder = folderOf({})
    const path = join(folder, 'note.pdf')
    const calls = meanwhile(() => expect(writeOnce(path, new TextEncoder().encode('issue'))).toBe(true))
    expect(() => writeWhole(path, bytes, calls)).toThrow('the existing file is read-only')
    expect(text(path)).toBe('issue')
    expect(fs.readdirSync(folder)).toEqual(['note.pdf'])
  })

  test('while a draft takes the place of one that came in the last moment, as it would a moment later', () => {
    const path = join(folderOf({}), 'note.pdf')
    let times = 0
    const calls = meanwhile(() => times++ === 0 && fs.writeFileSync(path, 'theirs'))
    writeWhole(path, bytes, calls)
    expect(text(path)).toBe('new')
  })

  test('is so too where files have one name only', () => {
    const folder = folderOf({})
    const path = join(folder, 'issue.pdf')
    const { linkSync } = failing('linkSync', 'EPERM')
    const calls = meanwhile(() => fs.writeFileSync(path, 'theirs'))
    expect(writeOnce(path, bytes, { ...calls, linkSync })).toBe(false)
    expect(text(path)).toBe('theirs')
    fs.unlinkSync(path)
    expect(writeOnce(path, bytes, { ...fs, linkSync })).toBe(true)
    expect(text(path)).toBe('new')
    expect(fs.statSync(path).mode & 0o777).toBe(0o444)
    expect(fs.readdirSync(folder)).toEqual(['issue.pdf'])
  })

  test('a device is written to', () => {
    expect(writeOnce('/dev/null', bytes)).toBe(true)
    expect(fs.statSync('/dev/null').isCharacterDevice()).toBe(true)
  })
})

describe('making a folder', () => {
  test('and those around it', () => {
    const folder = folderOf({ 'a/x': '' })
    makeFolder(join(folder, 'a/b/c'))
    makeFolder(join(folder, 'a/b'))
    expect(fs.readdirSync(join(folder, 'a/b'))).toEqual(['c'])
  })

  test('that another run has just made', () => {
    const folder = folderOf({})
    const mkdirSync = ((path: string) => {
      fs.mkdirSync(path)
      return fs.mkdirSync(path)
    }) as typeof fs.mkdirSync
    makeFolder(join(folder, 'a/b'), { ...fs, mkdirSync })
    expect(fs.existsSync(join(folder, 'a/b'))).toBe(true)
  })

  test('where a file is, or a link to nothing', () => {
    const folder = folderOf({ out: '' })
    fs.symlinkSync('none', join(folder, 'link'))
    expect(() => makeFolder(join(folder, 'out'))).toThrow('a file with this name exists')
    expect(() => makeFolder(join(folder, 'link'))).toThrow('a file with this name exists')
    expect(() => makeFolder(join(folder, 'out/in'))).toThrow('a part of its path is a file')
  })

  test('where a folder is there and takes no other: refused, and not tried for ever', () => {
    const path = join(folderOf({}), 'a')
    let times = 0
    const mkdirSync = (): never => {
      times++
      throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
    }
    expect(() => makeFolder(join(path, 'b'), { ...fs, mkdirSync })).toThrow(
      new Obstacle(`cannot make the folder ${join(path, 'b')}: nothing can be created in its folder`)
    )
    expect(times).toBe(1)
  })
})

/** The module under test as a file that another process can load. */
async function bundled(): Promise<string> {
  const folder = folderOf({})
  fs.chmodSync(folder, 0o755)
  const outfile = join(folder, 'atomic.cjs')
  await build({ entryPoints: ['src/cli/disk/atomic.ts'], bundle: true, platform: 'node', format: 'cjs', outfile })
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
      require(${JSON.stringify(await bundled())}).writeWhole(${JSON.stringify(path)}, Buffer.from('new'), { ...fs, fsyncSync: kill })`
    expect(spawnSync(process.execPath, ['-e', script]).signal).toBe('SIGKILL')
    expect(text(path)).toBe('old')
    const left = fs.readdirSync(folder).filter(name => name !== 'note.pdf')
    expect(left).toEqual([expect.stringMatching(/^\.verbale-\w+-\d+-1\.tmp$/)])

    writeWhole(path, bytes)
    expect(fs.readdirSync(folder)).toEqual(['note.pdf'])
    expect(text(path)).toBe('new')
  })

  const host = HOST_IN_NAME
  /** A process that has ended. */
  const ended = () => spawnSync(process.execPath, ['-e', '']).pid

  test('the file of a run that may still go on is kept: here by its process, elsewhere by its age', () => {
    const kept = [
      `.verbale-${host}-${process.ppid}-1.tmp`,
      `.verbale-${host}-${process.pid}-0.tmp`,
      `.verbale-elsewhere-${ended()}-1.tmp`,
      // another container of the same name
      `.verbale-${host.replace(/\d+_?$/, '1_')}-${ended()}-1.tmp`,
      '.verbale-old.tmp',
      '.verbale-note'
    ]
    const folder = folderOf(Object.fromEntries(kept.map(name => [name, ''])))
    writeWhole(join(folder, 'a'), bytes)
    expect(fs.readdirSync(folder).sort()).toEqual([...kept, 'a'].sort())
  })

  test('what is older than an hour belongs to nobody, even where a process has the same number', () => {
    const ours = `.verbale-${host}-${process.ppid}-1.tmp`
    const folder = folderOf({ [ours]: '', '.verbale-elsewhere-1-1.tmp': '', '.verbale-note': '' })
    for (const name of fs.readdirSync(folder)) fs.utimesSync(join(folder, name), 0, Date.now() / 1000 - 3700)
    writeWhole(join(folder, 'a'), bytes)
    expect(fs.readdirSync(folder).sort()).toEqual(['.verbale-note', 'a'])
  })

  test('what this machine’s ended processes left goes at once', () => {
    const folder = folderOf({ [`.verbale-${host}-${ended()}-1.tmp`]: '' })
    writeWhole(join(folder, 'a'), bytes)
    expect(fs.readdirSync(folder)).toEqual(['a'])
  })
})
