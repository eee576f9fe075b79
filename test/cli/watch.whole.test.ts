import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { commandLine } from '../tools/built.ts'
import { folderOf } from './folder.ts'
import { run } from './in-process.ts'

const PATIENCE = 60_000
let command = ''

beforeAll(async () => {
  command = await commandLine()
}, PATIENCE)

async function workspace(): Promise<string> {
  const folder = folderOf({})
  expect((await run(folder, ['new', '.', '--quiet'])).code).toBe(0)
  return folder
}

/** A watching process, and a way to wait for what it says. */
function watching(folder: string, ...words: readonly string[]) {
  const child = spawn(process.execPath, [command, 'render', ...words, '--watch'], { cwd: folder })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  let heard = (): void => {}
  child.stderr.on('data', data => {
    said += data
    heard()
  })
  const until = async (text: string): Promise<string> => {
    while (!said.includes(text)) await new Promise<void>(done => (heard = done))
    const before = said
    said = ''
    return before
  }
  return { child, until }
}

function ending(child: ChildProcess): Promise<number | null> {
  return new Promise(done => child.on('exit', done))
}

/** Replaces a text in a file as an editor does that writes beside and renames. */
function saveByRenaming(path: string, from: string, to: string): void {
  writeFileSync(`${path}~`, readFileSync(path, 'utf8').replace(from, to))
  renameSync(`${path}~`, path)
}

describe('--watch', () => {
  test(
    'makes the note again when its request, its register or a template of the house changes, and ends on SIGINT with 0',
    async () => {
      const folder = await workspace()
      const { child, until } = watching(folder, 'note.yaml', '--format', 'txt')
      expect(await until('Ctrl-C ends\n')).toMatch(/^wrote note\.txt \(\d+ KB\)\nwatching \d+ files; Ctrl-C ends\n$/)

      saveByRenaming(join(folder, 'note.yaml'), 'strength: protest', 'strength: concern')
      expect(await until('wrote')).toContain('wrote note.txt')
      expect(readFileSync(join(folder, 'note.txt'), 'utf8')).not.toContain('protests against')

      saveByRenaming(join(folder, 'register.yaml'), 'the destruction of the gatehouse', 'the loss of the gatehouse')
      await until('wrote')
      expect(readFileSync(join(folder, 'note.txt'), 'utf8')).toContain('the loss of the gatehouse')

      appendFileSync(join(folder, 'templates/en/partials/letterhead.hbs'), '{{! one more comment }}\n')
      await until('wrote')

      child.kill('SIGINT')
      expect(await ending(child)).toBe(0)
    },
    PATIENCE
  )

  test(
    'goes on when a note is refused, and when it is put right',
    async () => {
      const folder = await workspace()
      const { until } = watching(folder, 'note.yaml', '--format', 'txt')
      await until('Ctrl-C ends')
      saveByRenaming(join(folder, 'note.yaml'), 'strength: protest', 'strength: furious')
      expect(await until('known:')).toContain('note.yaml:57:11 error record/unknown-value')
      saveByRenaming(join(folder, 'note.yaml'), 'strength: furious', 'strength: protest')
      expect(await until('wrote')).not.toContain('error')
    },
    PATIENCE
  )

  test(
    'sees a template that comes to stand before the package’s, in a folder that was not there',
    async () => {
      const folder = await workspace()
      const { until } = watching(folder, 'note.yaml', '--format', 'txt')
      await until('Ctrl-C ends')
      mkdirSync(join(folder, 'templates/formulas'))
      writeFileSync(join(folder, 'templates/formulas/en.yaml'), 'not formulas')
      expect(await until('error')).toContain('templates/formulas/en.yaml')
    },
    PATIENCE
  )

  test(
    'tells what stands against a draft at each change, also where the workspace makes a rule graver',
    async () => {
      const folder = await workspace()
      const { until } = watching(folder, 'note.yaml', '--format', 'txt', '--verbose')
      await until('Ctrl-C ends')
      saveByRenaming(join(folder, 'note.yaml'), 'reserve-rights: true', 'reserve-rights: false')
      expect(await until('wrote note.txt')).toContain('information NV049')
      appendFileSync(join(folder, 'verbale.yaml'), 'rules: { NV049: error }\n')
      expect(await until('wrote note.txt')).toContain('error NV049')
    },
    PATIENCE
  )

  test(
    'makes again only the notes that a change concerns',
    async () => {
      const folder = await workspace()
      writeFileSync(join(folder, 'other.yaml'), readFileSync(join(folder, 'note.yaml')))
      const { until } = watching(folder, 'note.yaml', 'other.yaml', '-o', 'out/', '--format', 'txt')
      await until('Ctrl-C ends')
      saveByRenaming(join(folder, 'other.yaml'), 'strength: protest', 'strength: regret')
      expect(await until('wrote')).toMatch(/^wrote out\/other\.txt .*\n$/)
      expect(readdirSync(join(folder, 'out')).length).toBe(2)
    },
    PATIENCE
  )

  test(
    'sees a change behind a link',
    async () => {
      const folder = await workspace()
      mkdirSync(join(folder, 'kept'))
      renameSync(join(folder, 'note.yaml'), join(folder, 'kept/real.yaml'))
      symlinkSync('kept/real.yaml', join(folder, 'note.yaml'))
      const { until } = watching(folder, 'note.yaml', '--format', 'txt')
      await until('Ctrl-C ends')
      saveByRenaming(join(folder, 'kept/real.yaml'), 'strength: protest', 'strength: concern')
      expect(await until('wrote')).toContain('wrote note.txt')
      expect(readFileSync(join(folder, 'note.txt'), 'utf8')).not.toContain('protests against')
    },
    PATIENCE
  )
})
