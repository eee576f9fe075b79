/**
 * Runs the Markdown files in `test/commands`. Each file is one story in one empty folder. A fenced block with a file name in
 * its first line (`yaml note.yaml`) is a file to be written there. A block that begins with `% ` is a command for the shell
 * in which `verbale` is answered by the process of this test, and `command verbale` is a process of its own; with `$ `, one
 * in which every `verbale` is that. Then what goes into it up to `^D` (if that line is there), then what must come out:
 * standard output, lines after `2> ` for standard error, and `=> N` for an exit code that is not 0. `…` stands for any text
 * within a line.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runLine } from '../here.ts'
import { commandLine } from '../tools/built.ts'

const folderOfStories = import.meta.dirname
/** A process of ours takes a fraction of a second; a busy machine may make it many. */
const PATIENCE = 60_000

export interface Step {
  /** Whether `verbale` runs in this process. */
  readonly isHere: boolean
  readonly command: string
  readonly input: string
  readonly expected: string
}

type Block =
  | { readonly type: 'file'; readonly name: string; readonly text: string }
  | ({ readonly type: 'step' } & Step)

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, about = '', text = '']): Block => {
    const name = about.split(' ')[1]
    if (name !== undefined) return { type: 'file', name, text }
    const [first = '', ...rest] = text.split('\n')
    if (!/^[%$] /.test(first)) throw new Error(`neither a file nor a command: ${text}`)
    const end = rest.indexOf('^D')
    const input = rest.slice(0, Math.max(0, end)).map(line => `${line}\n`)
    const isHere = first.startsWith('%')
    const expected = rest.slice(end + 1).join('\n')
    return { type: 'step', isHere, command: first.slice(2), input: input.join(''), expected }
  })
}

/** What a command gave, written as the stories write it. */
export async function run({ isHere, command, input }: Step, folder: string, path: string): Promise<string> {
  // a story says itself what its surroundings are
  const { NO_COLOR: _, CI: __, GITHUB_STEP_SUMMARY: ___, ...surroundings } = process.env
  const env = { ...surroundings, PATH: `${path}:${surroundings['PATH']}`, SHELL: '/bin/bash' }
  const { out, err, code } = await runLine({ command, input, folder, env }, isHere)
  const errors = err.replace(/^.*\n?/gm, line => (line === '' ? '' : `2> ${line}`))
  return `${out}${errors}${code === 0 ? '' : `=> ${code}\n`}`
}

/** A pattern in which only `…` is special. */
export function patternOf(expected: string): RegExp {
  return new RegExp(`^${expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*')}$`)
}

/** Runs the stories of these names. */
export function tell(...names: readonly string[]): void {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'verbale-path-')))
  beforeAll(async () => {
    const built = await commandLine()
    writeFileSync(join(path, 'verbale'), `#!/bin/sh\nexec '${process.execPath}' '${built}' "$@"\n`)
    chmodSync(join(path, 'verbale'), 0o755)
  }, PATIENCE)
  afterAll(() => rmSync(path, { recursive: true }))
  for (const name of names) describe(name, () => tellOne(name, path))
}

function tellOne(name: string, path: string): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'verbale-story-')))
  afterAll(() => rmSync(folder, { recursive: true }))
  for (const block of blocksOf(readFileSync(join(folderOfStories, `${name}.md`), 'utf8'))) {
    if (block.type === 'file') {
      mkdirSync(dirname(join(folder, block.name)), { recursive: true })
      writeFileSync(join(folder, block.name), block.text)
      continue
    }
    test(
      block.command,
      async () => {
        const given = await run(block, folder, path)
        if (!patternOf(block.expected).test(given)) expect(given).toBe(block.expected)
      },
      PATIENCE
    )
  }
}
