/** An explanation and a format in; its text, and a whole file with it or standard output, out. */
import { extname, resolve } from 'node:path'
import { error, Rejected } from '../../diagnostic.ts'
import { pageHtml } from '../../explain/html/page.ts'
import type { Explanation } from '../../explain/schema.ts'
import type { World } from '../../world.ts'
import { EXPLAIN_NAMES, type ExplainFormat } from '../definitions.ts'
import { writeWhole } from '../disk/atomic.ts'
import { isReadOnly, realPath } from '../disk/disk.ts'
import { Obstacle } from '../obstacle.ts'
import type { ReportOptions as ReportLook } from '../report/finding.ts'
import { shellWord, shortPath, size } from '../report/print.ts'
import type { Shell } from '../shell.ts'
import { explanationLines } from './explain-lines.ts'

type Look = Pick<ReportLook, 'colour'>

/** What a format may need besides the explanation. */
interface Means {
  readonly look: Look
  readonly sha256: World['sha256']
}

interface Entry {
  /** How a file in it is called, with the dot. */
  readonly endings: readonly string[]
  readonly write: (explanation: Explanation, means: Means) => string
}

/** How an explanation is written in each format. */
export const WRITERS: Readonly<Record<ExplainFormat, Entry>> = {
  pretty: { endings: ['.txt'], write: (explanation, { look }) => explanationLines(explanation, look) },
  json: { endings: ['.json'], write: explanation => `${JSON.stringify(explanation, null, 2)}\n` },
  html: { endings: ['.html', '.htm'], write: (explanation, { sha256 }) => pageHtml(explanation, sha256) }
}

/** The format that was asked for, or that of the file as its name ends. Throws `Obstacle` where the two disagree. */
export function explainFormat(asked: ExplainFormat | undefined, output: string | undefined): ExplainFormat {
  if (output === undefined || output === '-') return asked ?? 'pretty'
  const ending = extname(output).toLowerCase()
  const named = EXPLAIN_NAMES.find(name => WRITERS[name].endings.includes(ending)) ?? null
  if (asked === undefined) {
    if (named !== null) return named
    throw new Obstacle(`cannot tell the format from \`${ending}\``, [`add --format to -o ${shellWord(output)}`])
  }
  if (named === null || named === asked) return asked
  throw new Obstacle(`--format ${asked} and -o ${shellWord(output)} disagree`, [
    `ask for --format ${named}, or name another file`
  ])
}

interface Place {
  readonly output: string
  /** The files that it was made from. */
  readonly used: readonly string[]
  readonly shell: Shell
}

/** Writes a text where the user wants it, and gives the line that says so; null for standard output. */
export function writeExplanation(text: string, { output, used, shell }: Place): string | null {
  if (output === '-') {
    shell.out.write(text)
    return null
  }
  const path = resolve(shell.cwd, output)
  const shown = shortPath(shell.cwd, path)
  const real = realPath(path)
  if (real !== null && used.includes(real))
    throw new Obstacle(`${shown} would be overwritten: the explanation is made from it`, ['name another file with -o'])
  if (isReadOnly(path)) {
    const message = `${shown} is an issue or read-only, and is never overwritten`
    throw new Rejected([error({ rule: 'issue/exists', message, span: null, hints: ['name another file with -o'] })])
  }
  const bytes = new TextEncoder().encode(text)
  writeWhole(path, bytes)
  return `wrote ${shown} (${size(bytes.length)})`
}
