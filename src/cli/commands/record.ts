/** `verbale record`: notes that were issued in; their entries for the register, printed or put there, out. Or a list of what it holds. */
import { dirname, resolve } from 'node:path'
import { type Entry, jsonOf, withoutOriginal } from '../../archive/journal/addition.ts'
import { idOf } from '../../archive/journal/entry.ts'
import { csvOf, rowsOf } from '../../archive/journal/outgoing.ts'
import { seriesFindings } from '../../archive/journal/series.ts'
import { attempt } from '../../diagnostic.ts'
import { yamlEntry } from '../../load/insert.ts'
import { load } from '../../load/load.ts'
import { KEPT, type Keeping, wrongIn } from '../../records/keeping.ts'
import type { NoteRecord } from '../../records/schema.ts'
import { validateRegister } from '../../records/validate.ts'
import { LISTINGS, type RECORD } from '../definitions.ts'
import { writeWhole } from '../disk/atomic.ts'
import { realPath } from '../disk/disk.ts'
import { enter, enterInFile, findRegister, foldersOf, type RegisterFile, withEntered } from '../disk/register.ts'
import { workspaceOf } from '../disk/workspace.ts'
import { Obstacle } from '../obstacle.ts'
import { type CommonOptions, commonOptionsOf, type GivenOptions, type OutputTarget, targetIn } from '../options.ts'
import { done, failed, findingsOf, type NoteOutcome } from '../report/finding.ts'
import { count, shortPath } from '../report/print.ts'
import { refuseReports, tell } from '../report/tell.ts'
import type { ExitCode, Shell, Worker } from '../shell.ts'
import { replied, timeoutOf } from '../workers.ts'
import type { EntryTask, MadeEntry } from './entry.ts'

export async function run(given: GivenOptions<typeof RECORD>, shell: Shell): Promise<ExitCode> {
  const asked = askedOf(given)
  const { lists, reports } = listed(given.report ?? [], asked.files.length === 0)
  const common = await commonOptionsOf({ ...given, report: reports.length === 0 ? undefined : [...reports] })
  return asked.files.length === 0 ? list(asked, lists, common, shell) : record(asked, common, shell)
}

function askedOf(given: GivenOptions<typeof RECORD>) {
  const { register, with: companion, request, id, format = 'yaml', write = false } = given
  const files = given.files ?? []
  const timeout = timeoutOf(given.timeout)
  return { files, register, companion, request, id, format, write, keeping: keepingOf(given), timeout }
}

type Asked = ReturnType<typeof askedOf>

function keepingOf(given: Keeping): Keeping {
  const wrong = wrongIn(given)
  if (wrong) throw new Obstacle(`--${wrong.key} cannot be \`${wrong.value}\``, [wrong.wanted])
  return Object.fromEntries(KEPT.map(key => [key, given[key]]))
}

function list(asked: Asked, lists: readonly OutputTarget<string>[], common: CommonOptions, shell: Shell): ExitCode {
  if (lists.length === 0) {
    const hints = ['name the PDF of an issued note, or list the register: --report csv']
    throw new Obstacle('no PDF to record is given', hints)
  }
  const needless = [asked.companion, asked.request, asked.id, asked.write || undefined, ...Object.values(asked.keeping)]
  if (needless.some(each => each !== undefined)) {
    const hints = [`--write, --with, --request, --id and ${KEPT.map(each => `--${each}`).join(', ')} need a PDF`]
    throw new Obstacle('there is no PDF to record', hints)
  }
  return listRegister(asked.register, lists, common, shell)
}

/** What came of one file, and the entry that is to be printed. */
interface Recorded {
  readonly outcome: NoteOutcome
  readonly entry: Entry | null
}

/** Records every note that can be recorded, originals before translations; else in the order in which they are given: one may cite another before it. */
async function record(asked: Asked, common: CommonOptions, shell: Shell): Promise<ExitCode> {
  const { files, companion, request, id } = asked
  const ofOne = Object.entries({ id, with: companion, request }).find(([, value]) => value !== undefined)
  if (files.length > 1 && ofOne) throw new Obstacle(`--${ofOne[0]} is for one PDF, but ${files.length} are given`)
  refuseReports(common, shell)
  const all = await recordAll(asked, shell)
  // the entry of a note in several languages is printed once, as it becomes at last
  const entries = new Map(all.flatMap(({ entry }) => (entry ? [[entry.id, entry] as const] : [])))
  if (entries.size > 0) shell.out.write(printed([...entries.values()], asked.format))
  const outcomes = all.map(each => each.outcome)
  return tell(outcomes, common, shell)
}

async function recordAll(asked: Asked, shell: Shell): Promise<Recorded[]> {
  const worker = await shell.startWorker(asked.timeout)
  const described: (Described | NoteOutcome)[] = []
  try {
    for (const file of asked.files)
      described.push(await describeOne(file, asked, shell, worker).catch(thrown => failed(thrown, file)))
  } finally {
    await worker.close()
  }
  const recorded: Recorded[] = described.flatMap(each => ('code' in each ? [{ outcome: each, entry: null }] : []))
  const notes = described.flatMap(each => ('code' in each ? [] : [each]))
  const run: Run = { registers: new Map(), entered: new Set() }
  for (const each of [...notes.filter(each => !each.translated), ...notes.filter(each => each.translated)])
    recorded.push(
      await enterOne(each, asked, run).catch(thrown => ({ outcome: failed(thrown, each.file), entry: null }))
    )
  return recorded
}

/** A file, its entry, and the register that it belongs in. */
interface Described extends MadeEntry {
  readonly file: string
  readonly register: RegisterFile | null
}

/** What a run has entered so far: registers by path, and ids. */
interface Run {
  readonly registers: Map<string, RegisterFile>
  readonly entered: Set<string>
}

async function describeOne(file: string, asked: Asked, shell: Shell, worker: Worker): Promise<Described> {
  const register = findRegister(asked.register, foldersOf(file, shell), shell)
  const { companion, request, keeping } = asked
  // the templates that describe a note are those of the house that keeps the register
  const house = workspaceOf(dirname(resolve(shell.cwd, register?.path ?? file)))
  const task: EntryTask = { file, companion, request, cwd: shell.cwd, house, keeping }
  return { ...replied(await worker.ask<MadeEntry>('entry', task), file), file, register }
}

async function enterOne(described: Described, asked: Asked, run: Run): Promise<Recorded> {
  const { file, called, translated, identical, notes } = described
  const entry = { id: asked.id ?? idFor(described.entry), record: described.entry, called, translated, identical }
  const findings = findingsOf(notes, file)
  const recorded = (said: string | null, printed: Entry | null = null) => ({
    outcome: done(said, findings),
    entry: printed
  })
  if (described.register === null) {
    if (asked.write) throw new Obstacle('no register was found', ['name it: --register FILE'])
    if (translated) throw withoutOriginal(entry.record)
    return recorded('no register was found to compare it with: name one with --register', entry)
  }
  const { path } = described.register
  const register = run.registers.get(path) ?? described.register
  try {
    const entered = asked.write ? await enterInFile(register, entry) : enter(register, entry)
    run.registers.set(path, withEntered(register, entered))
    if (entered.type === 'known') return recorded(`${file} is already in ${register.shown}, as ${entered.id}`)
    const { id } = entered.entry
    const isOfRun = run.entered.has(id)
    run.entered.add(id)
    const instead =
      entered.type === 'edition' && !isOfRun
        ? `${register.shown} holds ${id} in another language: this takes its place`
        : null
    if (!asked.write) return recorded(instead, entered.entry)
    return recorded(`recorded ${file} in ${register.shown}, as ${id}`)
  } catch (thrown) {
    return { outcome: failed(thrown, file, findings), entry: null }
  }
}

function idFor(entry: NoteRecord): string {
  const id = idOf(entry)
  if (id !== null) return id
  throw new Obstacle(`cannot make an id from the number ${entry.number}`, ['give an id with --id'])
}

function printed(entries: readonly Entry[], format: 'yaml' | 'json'): string {
  if (format === 'yaml')
    return entries.map(({ id, record: value }) => yamlEntry({ id, value: jsonOf(value) }, '  ')).join('')
  return `${JSON.stringify(Object.fromEntries(entries.map(each => [each.id, each.record])), null, 2)}\n`
}

/** Parts what is asked of `--report` into lists of the register, where that is to be listed, and reports of findings. */
function listed(given: readonly string[], isList: boolean) {
  const formatOf = (each: string): string => each.split('=')[0] ?? ''
  if (!isList) {
    if (!given.some(each => formatOf(each) === 'csv')) return { lists: [], reports: given }
    throw new Obstacle('`--report csv` lists the register and takes no PDF')
  }
  const lists = given.filter(each => LISTINGS.includes(formatOf(each)))
  const targets = lists.map(each => targetIn('report', each))
  return {
    lists: targets.map(each => (each.file === '-' ? { ...each, file: null } : each)),
    reports: given.filter(each => !lists.includes(each))
  }
}

/** Lists what a register holds, whatever is wrong with its numbers; not where its shape is wrong. */
function listRegister(
  named: string | undefined,
  lists: readonly OutputTarget<string>[],
  common: CommonOptions,
  shell: Shell
): ExitCode {
  const places = lists.map(each => each.file)
  if (new Set(places).size < places.length) throw new Obstacle('two lists cannot go to the same place')
  const file = findRegister(named, [shell.cwd], shell)
  if (file === null) throw new Obstacle('no register was found', ['name it: --register FILE'])
  const { texts, rows, findings } = listOf(file)
  const made = lists.flatMap(({ format, file: target }) => {
    const text = texts?.[format]
    if (text === undefined) return []
    if (target === null) {
      shell.out.write(text)
      return []
    }
    return [writeList(target, text, file, shell)]
  })
  const said = made.length === 0 ? null : `wrote ${made.join(' and ')} (${count(rows, 'row')})`
  const code = findings.some(each => each.severity === 'error') ? 1 : 0
  const told = findingsOf(findings, file.shown)
  return tell([{ ...done(said, told), code }], common, shell, { used: [realPath(file.path) ?? file.path] })
}

function writeList(target: string, text: string, register: RegisterFile, shell: Shell): string {
  const path = resolve(shell.cwd, target)
  if (realPath(path) === realPath(register.path)) throw new Obstacle(`the list would overwrite ${target}`)
  writeWhole(path, text)
  return shortPath(shell.cwd, path)
}

/** The list by format, null where there is nothing to list; how many rows it has, and what is wrong. */
function listOf({ source }: RegisterFile) {
  const { value: checked, findings: unreadable } = attempt(() => validateRegister(load(source)))
  if (!checked?.value) return { texts: null, rows: 0, findings: checked?.findings ?? unreadable }
  const rows = rowsOf(checked.value)
  const numbers = seriesFindings(checked.value, checked.loaded)
  const told = new Set(checked.findings.map(each => each.pointer))
  const findings = [...checked.findings, ...numbers.filter(each => !told.has(each.pointer))]
  const texts: Readonly<Record<string, string>> = { csv: csvOf(rows), json: `${JSON.stringify(rows, null, 2)}\n` }
  return { texts, rows: rows.length, findings }
}
