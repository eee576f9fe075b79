/** `verbale explain`: a note request or a PDF in; every statement of it with what stands behind it out. */

import { resolve } from 'node:path'
import { type Choice, choose } from '../../explain/choose.ts'
import { explain } from '../../explain/explain.ts'
import type { Explanation } from '../../explain/schema.ts'
import { LANGUAGES } from '../../language/index.ts'
import type { Form } from '../../records/request.ts'
import { createEngine, prepare } from '../../render.ts'
import { createWorld, kindOf, readFile, realPath, sizeOf } from '../disk/disk.ts'
import { noteFile } from '../disk/targets.ts'
import { registersOf } from '../disk/workspace.ts'
import { Obstacle } from '../obstacle.ts'
import { COMMON, type Command, EXIT_CODES, type Manner, mannerOf, type Option, wholeNumber } from '../options.ts'
import type { Finding } from '../report/finding.ts'
import { shortPath } from '../report/print.ts'
import { findingsOf } from '../report/report.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { typed } from '../words.ts'
import { replied, TIMEOUT, timeoutOf } from '../workers.ts'
import { EXPLAINED, type ExplainFormat, explainFormat, writeExplanation } from './explain-format.ts'
import type { PdfTask } from './explain-pdf.ts'
import { MADE_FORMS, reasonAgainst } from './forms.ts'
import { failed, type Outcome } from './make.ts'

const FORMAT_NAMES = Object.keys(EXPLAINED) as readonly ExplainFormat[]

const OPTIONS = {
  output: {
    alias: 'o',
    type: 'string',
    requiresArg: true,
    describe: 'a file, or - for standard output, where it goes without it',
    offers: 'file'
  },
  format: {
    choices: FORMAT_NAMES,
    requiresArg: true,
    describe: FORMAT_NAMES.map(name => `${name} (${EXPLAINED[name].what})`).join(', '),
    defaultDescription: 'as FILE ends, or pretty'
  },
  language: {
    choices: Object.keys(LANGUAGES),
    requiresArg: true,
    describe: 'one that the note lists, in place of its original'
  },
  form: {
    choices: MADE_FORMS,
    requiresArg: true,
    describe: 'in place of the form that the note states',
    reasonAgainst
  },
  with: {
    type: 'string',
    requiresArg: true,
    describe: 'the file copy of an issue, where it does not stand beside it as NAME.file.pdf',
    offers: 'file'
  },
  statement: { type: 'string', requiresArg: true, describe: 'only the statement with this number', offers: ['1'] },
  page: { type: 'string', requiresArg: true, describe: 'only statements on this page', offers: ['1'] },
  search: { type: 'string', requiresArg: true, describe: 'only statements that hold these words', offers: [] },
  restricted: {
    type: 'boolean',
    describe: 'show values that may not leave the house (coordinates); without it they are called restricted'
  },
  timeout: { ...TIMEOUT, describe: 'seconds after which a PDF is given up' },
  ...COMMON
} as const satisfies Record<string, Option>

export const explainCommand: Command = {
  words: ['explain'],
  about: 'say of every statement of a note who says so',
  takes: { what: 'note or PDF', offers: 'file', many: false },
  options: OPTIONS,
  add: (yargs, choice) =>
    yargs.command({
      command: 'explain <note>',
      describe: explainCommand.about,
      builder: each =>
        each
          .positional('note', {
            type: 'string',
            demandOption: true,
            describe:
              'a note request, a file copy, or an issue with its file copy beside it; - is a request on standard input'
          })
          .options(OPTIONS)
          .example('$0 explain note.yaml', 'every statement with its records, sources and template lines')
          .example('$0 explain note.yaml -o note.explained.html', 'as a page to read in a browser')
          .example('$0 explain note.file.pdf', 'the same, years later, from what the copy carries')
          .example('$0 explain note.yaml --search "35 steps"', 'who says so?')
          .example('$0 explain note.yaml --page 2', 'what stands on page 2')
          .example(
            '$0 explain note.yaml --format json -o -',
            'for a machine; `verbale schema explanation` describes it'
          )
          .epilogue(EXIT_CODES),
      handler: given => {
        const { form, language, format, with: companion, restricted = false } = given
        const output = given.output === undefined ? undefined : typed(given.output)
        const narrowed = {
          statement:
            given.statement === undefined ? undefined : wholeNumber('--statement', given.statement, 1, 999_999),
          page: given.page === undefined ? undefined : wholeNumber('--page', given.page, 1, 999_999),
          search: given.search
        }
        const timeout = timeoutOf(given.timeout)
        const asked = {
          note: typed(given.note),
          output,
          timeout,
          format,
          form,
          language,
          companion,
          restricted,
          narrowed
        }
        const manner = mannerOf(given)
        choice(shell => explainNote(asked, manner, shell))
      }
    })
}

interface Asked {
  readonly note: string
  readonly output: string | undefined
  readonly format: ExplainFormat | undefined
  readonly form: Form | undefined
  readonly language: string | undefined
  readonly companion: string | undefined
  readonly restricted: boolean
  readonly timeout: number
  readonly narrowed: Choice
}

/** An explanation, what was noticed on the way, and the files that it was made from, without links. */
interface Explained {
  readonly explanation: Explanation
  readonly findings: readonly Finding[]
  readonly used: readonly string[]
}

async function explainNote(asked: Asked, manner: Manner, shell: Shell): Promise<ExitCode> {
  const format = explainFormat(asked.format, asked.output)
  const about = asked.note === '-' ? '<stdin>' : asked.note
  try {
    const made = isPdf(asked.note, shell) ? await fromPdf(asked, shell) : fromRequest(asked, shell)
    if ('code' in made) return tell([made], manner, shell)
    const explanation = narrowedTo(made.explanation, asked.narrowed)
    const said = deliver(explanation, format, { asked, used: made.used, manner, shell })
    return tell([{ code: 0, findings: made.findings, said, bug: null }], manner, shell, { used: made.used })
  } catch (thrown) {
    return tell([failed(thrown, [], about, name => name)], manner, shell)
  }
}

/** By its name, or by how it begins. */
function isPdf(note: string, { cwd }: Shell): boolean {
  const path = resolve(cwd, note)
  if (note === '-' || kindOf(path) !== 'file') return /\.pdf$/i.test(note) && kindOf(path) !== null
  if (/\.pdf$/i.test(note)) return true
  const most = 8 * 1024 * 1024
  return sizeOf(path) <= most && new TextDecoder('latin1').decode(readFile(path).subarray(0, 5)) === '%PDF-'
}

function fromRequest(asked: Asked, shell: Shell): Explained | Outcome {
  if (asked.companion !== undefined) throw new Obstacle('--with goes with a PDF, not with a note request')
  const note = noteFile(asked.note, shell.cwd)
  const disk = createWorld(note.root, shell.home)
  const about = note.standardInput ? '<stdin>' : note.typed
  const locate = (name: string) =>
    note.standardInput && name === note.name ? about : shortPath(shell.cwd, disk.locate(name))
  try {
    const engine = createEngine(disk, shell.home.preparsed)
    const noteSource = note.standardInput ? { name: note.name, text: textOf(shell.input()) } : undefined
    const { form, language, restricted } = asked
    const prepared = prepare(engine, {
      note: note.name,
      noteSource,
      registers: registersOf(disk, note.name),
      form,
      language
    })
    const explanation = explain(prepared, {
      file: note.name,
      from: 'request',
      restricted,
      preparsed: shell.home.preparsed
    })
    const used = [...disk.touched].map(path => realPath(path) ?? path)
    return { explanation, findings: findingsOf(prepared.notes, about, locate), used }
  } catch (thrown) {
    return failed(thrown, [], about, locate)
  }
}

function textOf(input: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(input)
  if (text.startsWith('%PDF-')) throw new Obstacle('a PDF on standard input cannot be explained', ['name its file'])
  return text
}

async function fromPdf(asked: Asked, shell: Shell): Promise<Explained> {
  const { note, companion, form, language, restricted } = asked
  if (form !== undefined || language !== undefined) {
    const option = form === undefined ? '--language' : '--form'
    throw new Obstacle(`${option} goes with a note request: a PDF is what it is`)
  }
  if (companion !== undefined && kindOf(resolve(shell.cwd, companion)) !== 'file')
    throw new Obstacle(`there is no file ${companion}`)
  const task: PdfTask = { file: note, companion, restricted }
  const worker = await shell.startWorker(asked.timeout)
  try {
    const explanation = replied(await worker.ask<Explanation>('explain', task), note)
    const used = [note, companion ?? note].map(each => realPath(resolve(shell.cwd, each)) ?? each)
    return { explanation, findings: [], used }
  } finally {
    await worker.close()
  }
}

/** The statements that were asked for. Throws `Obstacle` where there is none. */
function narrowedTo(explanation: Explanation, choice: Choice): Explanation {
  const chosen = choose(explanation, choice)
  if (chosen.statements.length > 0) return chosen
  const { tally, note } = explanation
  const hints = [`the note has ${tally.statements} statements on ${note.pages} pages`]
  if (choice.search !== undefined) throw new Obstacle(`no statement asked for holds \`${choice.search}\``, hints)
  throw new Obstacle('there is no such statement', hints)
}

interface Place {
  readonly asked: Asked
  readonly used: readonly string[]
  readonly manner: Manner
  readonly shell: Shell
}

/** Writes the explanation, and gives the line that says so; null where it went to standard output. */
function deliver(
  explanation: Explanation,
  format: ExplainFormat,
  { asked, used, manner, shell }: Place
): string | null {
  const { output = '-' } = asked
  const colour = output === '-' && shell.out.terminal && !shell.plain && !manner.plain
  const { sha256 } = createWorld(shell.home.folder, shell.home)
  return writeExplanation(EXPLAINED[format].write(explanation, { look: { colour }, sha256 }), { output, used, shell })
}
