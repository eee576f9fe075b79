/** `verbale explain`: a note request or a PDF in; every statement of it with what stands behind it out. */
import { resolve } from 'node:path'
import type { Standing } from '../../archive/standing.ts'
import { refuseSettings, settingsUsed } from '../../check/rendered.ts'
import { settingsOf } from '../../check/settings.ts'
import { judgedIn } from '../../confirm/look.ts'
import { didYouMean } from '../../diagnostic.ts'
import { type Choice, choose } from '../../explain/choose.ts'
import { explain } from '../../explain/explain.ts'
import type { Explanation } from '../../explain/schema.ts'
import { createEngine, prepare } from '../../render.ts'
import type { EXPLAIN } from '../definitions.ts'
import { createWorld, kindOf, readFile, realPath, sizeOf } from '../disk/disk.ts'
import { standingsIn } from '../disk/register.ts'
import { noteFile } from '../disk/targets.ts'
import { registersOf } from '../disk/workspace.ts'
import { today } from '../environment.ts'
import { Obstacle } from '../obstacle.ts'
import { type CommonOptions, commonOptionsOf, type GivenOptions, wholeNumber } from '../options.ts'
import { done, failed, findingsOf, type NoteOutcome, type ReportedFinding } from '../report/finding.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { replied, timeoutOf } from '../workers.ts'
import { explainFormat, nameLines, WRITERS, writeExplanation } from './explain-format.ts'
import { type PdfExplained, type PdfTask, registeredIn } from './explain-pdf.ts'
import { pathsFor } from './make.ts'

export async function run(given: GivenOptions<typeof EXPLAIN>, shell: Shell): Promise<ExitCode> {
  return explainNote(askedOf(given), await commonOptionsOf(given), shell)
}

function askedOf(given: GivenOptions<typeof EXPLAIN>) {
  const { statement, page, search, restricted = false } = given
  const numbered = page === undefined ? undefined : wholeNumber('--page', page, 1, 999_999)
  const narrowed: Choice = { statement: statementAsked(statement), page: numbered, search }
  return { ...given, timeout: timeoutOf(given.timeout), restricted, narrowed }
}

type Asked = ReturnType<typeof askedOf>

/** An explanation, what was noticed on the way, and the files that it was made from, without links. */
interface Explained {
  readonly explanation: Explanation
  readonly findings: readonly ReportedFinding[]
  readonly used: readonly string[]
}

/** Names of statements begin with a letter, as those of partials do. */
function statementAsked(given: string | undefined): Choice['statement'] {
  if (given === undefined || /^[a-z]/.test(given)) return given
  return wholeNumber('--statement', given, 1, 999_999)
}

async function explainNote(asked: Asked, common: CommonOptions, shell: Shell): Promise<ExitCode> {
  if (asked.statements && asked.format !== undefined)
    throw new Obstacle('--statements and --format cannot both be given', ['leave one of them out'])
  const format = explainFormat(asked.format, asked.output)
  const about = asked.note === '-' ? '<stdin>' : asked.note
  try {
    const made = isPdf(asked.note, shell) ? await fromPdf(asked, shell) : fromRequest(asked, shell)
    if ('code' in made) return tell([made], common, shell)
    const explanation = narrowedTo(made.explanation, asked.narrowed)
    const { output = '-' } = asked
    const colour = output === '-' && shell.out.terminal && !shell.plain && !common.plain
    const { sha256 } = createWorld(shell.home.folder, shell.home)
    const text = asked.statements ? nameLines(explanation) : WRITERS[format].write(explanation, { colour, sha256 })
    const said = writeExplanation(text, output, made.used, shell)
    return tell([done(said, made.findings)], common, shell, { used: made.used })
  } catch (thrown) {
    return tell([failed(thrown, about)], common, shell)
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

function fromRequest(asked: Asked, shell: Shell): Explained | NoteOutcome {
  if (asked.with !== undefined) throw new Obstacle('--with is for a PDF, not for a note request')
  if (asked.register !== undefined)
    throw new Obstacle('--register is for a PDF: a note request is explained from its own register')
  const note = noteFile(asked.note, shell.cwd)
  const disk = createWorld(note.root, shell.home)
  const about = note.standardInput ? '<stdin>' : note.typed
  const locate = pathsFor(note, disk, shell)
  try {
    refuseSettings(disk)
    const engine = createEngine(disk, shell.home)
    const noteSource = note.standardInput ? { name: note.name, text: textOf(shell.input()) } : undefined
    const { form, language, restricted } = asked
    const registers = registersOf(disk, note.name)
    const prepared = prepare(engine, { note: note.name, noteSource, registers, form, language })
    const { preparsed } = shell.home
    const used = settingsUsed(prepared, { world: disk, today: today(), paged: true })
    const settings = { read: settingsOf(disk), used }
    const judged = judgedIn(prepared, disk, preparsed)
    const explanation = explain(prepared, { file: note.name, from: 'request', settings, restricted, preparsed, judged })
    const touched = [...disk.touched].map(path => realPath(path) ?? path)
    return { explanation, findings: findingsOf(prepared.notes, about, locate), used: touched }
  } catch (thrown) {
    return failed(thrown, about, [], locate)
  }
}

function textOf(input: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(input)
  if (text.startsWith('%PDF-')) throw new Obstacle('a PDF on standard input cannot be explained', ['name its file'])
  return text
}

async function fromPdf(asked: Asked, shell: Shell): Promise<Explained> {
  const { note, with: companion, form, language, register, restricted } = asked
  if (form !== undefined || language !== undefined) {
    const option = form === undefined ? '--language' : '--form'
    throw new Obstacle(`${option} is for a note request: a PDF cannot be changed`)
  }
  if (companion !== undefined && kindOf(resolve(shell.cwd, companion)) !== 'file')
    throw new Obstacle(`there is no file ${companion}`)
  const standing = register === undefined ? (): Standing => ({ type: 'not-asked' }) : standingsIn(register, shell)
  const task: PdfTask = { file: note, companion, restricted }
  const worker = await shell.startWorker(asked.timeout)
  try {
    const explanation = registeredIn(replied(await worker.ask<PdfExplained>('explain', task), note), standing)
    const files = [note, explanation.note.copy?.file ?? note, register ?? note]
    const used = files.map(each => realPath(resolve(shell.cwd, each)) ?? each)
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
  if (choice.search !== undefined) throw new Obstacle(`none of these statements contains \`${choice.search}\``, hints)
  if (typeof choice.statement !== 'string') throw new Obstacle('there is no such statement', hints)
  const names = explanation.statements.flatMap(each => each.names)
  throw new Obstacle(`there is no statement \`${choice.statement}\``, [
    ...didYouMean(choice.statement, names),
    '--statements lists their names'
  ])
}
