import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createWorld, packageAt } from '../../src/cli/disk/disk.ts'
import { registersOf, workspaceOf } from '../../src/cli/disk/workspace.ts'
import { Obstacle } from '../../src/cli/obstacle.ts'
import { Rejected } from '../../src/diagnostic.ts'
import { folderOf } from './folder.ts'

const repository = packageAt(process.cwd())
const text = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes)

/** A world of two folders: the workspace and a package with these templates. */
function worldOf(files: Readonly<Record<string, string>>, templates: Readonly<Record<string, string>> = {}) {
  const home = { folder: folderOf({ ...templates, 'package.json': '{}' }), version: '1.2.3' }
  return createWorld(folderOf(files), home)
}

describe('reading', () => {
  test('a file of the workspace; nothing where there is none', () => {
    const world = worldOf({ 'a/note.yaml': 'x' })
    expect(text(world.read('a/note.yaml'))).toBe('x')
    expect(world.read('b/note.yaml')).toBe(null)
    expect(world.read('a/note.yaml/c')).toBe(null)
  })

  test('a template of the workspace takes the place of the package’s, file by file', () => {
    const world = worldOf(
      { 'templates/en/a.hbs': 'ours' },
      { 'templates/en/a.hbs': 'theirs', 'templates/en/b.hbs': 'theirs', 'src/secret': 'no' }
    )
    expect([text(world.read('templates/en/a.hbs')), text(world.read('templates/en/b.hbs'))]).toEqual(['ours', 'theirs'])
    expect(world.list('templates/en')).toEqual(['templates/en/a.hbs', 'templates/en/b.hbs'])
    expect(world.locate('templates/en/b.hbs')).toMatch(/\/templates\/en\/b\.hbs$/)
    expect(world.read('src/secret')).toBe(null)
  })

  test('what `new` copies is no template', () => {
    const world = worldOf({}, { 'templates/workspace/templates/a.hbs': '', 'templates/en/b.hbs': '' })
    expect(world.list('templates')).toEqual(['templates/en/b.hbs'])
  })

  for (const name of [
    '../out.yaml',
    'a/../../out.yaml',
    '/etc/passwd',
    'templates/../../x',
    'a//b',
    '',
    './a',
    'c:\\x',
    'a\0'
  ]) {
    test(`${JSON.stringify(name)} leads out of the workspace, or may`, () => {
      const world = worldOf({})
      expect(() => world.read(name)).toThrow(Rejected)
      expect(() => world.list(name)).toThrow(Rejected)
    })
  }

  test('a symbolic link that leads out is refused, one that stays inside is followed', () => {
    const outside = folderOf({ 'secret.yaml': 'secret' })
    const folder = folderOf({ 'real.yaml': 'real' })
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'out.yaml'))
    symlinkSync(outside, join(folder, 'sub'))
    symlinkSync('real.yaml', join(folder, 'in.yaml'))
    const world = createWorld(folder, repository)
    expect(() => world.read('out.yaml')).toThrow('not a file inside the workspace')
    expect(() => world.read('sub/secret.yaml')).toThrow('not a file inside the workspace')
    expect(world.list('sub')).toEqual(['sub/secret.yaml'])
    expect(text(world.read('in.yaml'))).toBe('real')
  })

  test('a folder of the same beginning is outside', () => {
    const both = folderOf({ 'work/a': '', 'workshop/b': 'secret' })
    symlinkSync('../workshop/b', join(both, 'work/b'))
    expect(() => createWorld(join(both, 'work'), repository).read('b')).toThrow(Rejected)
  })

  test('a folder, a pipe and a huge file are not read', () => {
    const folder = folderOf({ huge: '' })
    truncateSync(join(folder, 'huge'), 300 * 1024 * 1024)
    mkdirSync(join(folder, 'sub'))
    spawnSync('mkfifo', [join(folder, 'pipe')])
    const world = createWorld(folder, repository)
    expect(() => world.read('sub')).toThrow('it is a folder')
    expect(() => world.read('pipe')).toThrow('not a regular file')
    expect(() => world.read('huge')).toThrow('larger than 256 MiB')
  })

  test('links in a circle', () => {
    const folder = folderOf({})
    symlinkSync('b', join(folder, 'a'))
    symlinkSync('a', join(folder, 'b'))
    expect(() => createWorld(folder, repository).read('a')).toThrow('form a loop')
  })

  test('every path that was looked at is known, found or not', () => {
    const world = worldOf({ 'note.yaml': '' })
    world.read('note.yaml')
    world.read('templates/en/a.hbs')
    expect(world.touched.size).toBe(3)
    expect(world.touched).toContain(join(world.root, 'note.yaml'))
    expect(world.touched).toContain(join(world.root, 'templates/en/a.hbs'))
  })
})

describe('what comes with the package', () => {
  test('four faces and the shaper', () => {
    const world = createWorld(folderOf({}), repository)
    const trueType = [0, 1, 0, 0]
    for (const face of ['regular', 'italic', 'bold', 'bold-italic'] as const) {
      expect([...world.font(face).slice(0, 4)]).toEqual(trueType)
    }
    expect(text(world.shaper().slice(0, 4))).toBe('\0asm')
  })

  test('an installation that lacks them is no fault of ours', () => {
    expect(() => worldOf({}).shaper()).toThrow(
      new Obstacle('cannot read harfbuzzjs/dist/harfbuzz.wasm', [
        'the installation is incomplete: install verbale again'
      ])
    )
  })

  test('deflate, digest, version', () => {
    const world = createWorld(folderOf({}), repository)
    expect([...world.deflate(new Uint8Array(3)).slice(0, 2)]).toEqual([0x78, 0x9c])
    // FIPS 180-2, appendix B.1
    expect(world.sha256(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    )
    expect(world.version).toBe(repository.version)
  })

  test('bytes that are read share no memory with one another', () => {
    const world = worldOf({ a: 'aaa' })
    const slice = world.read('a')?.slice(0, 1)
    slice?.fill(0)
    expect(text(world.read('a'))).toBe('aaa')
  })
})

describe('workspaces', () => {
  test('the nearest folder with verbale.yaml, or the folder itself', () => {
    const folder = folderOf({ 'w/verbale.yaml': '', 'w/a/b/note.yaml': '', 'x/note.yaml': '' })
    expect(workspaceOf(join(folder, 'w/a/b'))).toBe(join(folder, 'w'))
    expect(workspaceOf(join(folder, 'x'))).toBe(join(folder, 'x'))
  })

  test('a register stands beside the note, or above it', () => {
    expect(registersOf(worldOf({}), 'a/note.yaml')).toEqual([
      'a/register.yaml',
      'a/register.yml',
      'a/register.json',
      'register.yaml',
      'register.yml',
      'register.json'
    ])
  })

  test('or where verbale.yaml says', () => {
    expect(registersOf(worldOf({ 'verbale.yaml': 'verbale: 1\nregister: all.yaml' }), 'a/note.yaml')).toEqual([
      'all.yaml'
    ])
  })

  const bad: readonly (readonly [string, string])[] = [
    ['verbale: 1\nregistr: all.yaml', 'settings/unknown-key: unknown key `registr`'],
    ['register: all.yaml', 'settings/missing-key: `verbale` is missing'],
    ['verbale: 1\nregister: [a]', 'settings/wrong-type: `register` is a list, expected a text'],
    ['- verbale', 'record/not-a-mapping']
  ]
  for (const [yaml, message] of bad) {
    test(`${JSON.stringify(yaml)} is refused`, () => {
      expect(() => registersOf(worldOf({ 'verbale.yaml': yaml }), 'note.yaml')).toThrow(message)
    })
  }
})
