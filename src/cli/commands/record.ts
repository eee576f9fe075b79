/** `verbale record`: notes that were issued in; their entries for the register, printed or put there, out. Or a list of what it holds. */

import { idOf } from '../../archive/journal/entry.ts'
import { attempt } from '../../diagnostic.ts'
import { yamlEntry } from '../../load/insert.ts'
import { KEPT, type Keeping, wrongIn } from '../../records/keeping.ts'
import type { NoteRecord } from '../../records/schema.ts'
import { findRegister, foldersOf } from '../disk/register.ts'
import { workspaceOf } from '../disk/workspace.ts'
import { Obstacle } from '../obstacle.ts'
import { COMMON, type Command, EXIT_CODES, type Manner, mannerOf, type Option } from '../options.ts'
import { findingsOf } from '../report/report.ts'
import { refuseReports, tell } from '../report/tell.ts'
import type { ExitCode, Shell, Worker } from '../shell.ts'
import { typed } from '../words.ts'
import { replied, TIMEOUT, timeoutOf } from '../workers.ts'
import { type Entry, enter, jsonOf, writeRegister } from './enter.ts'
import type { EntryTask, MadeEntry } from './entry.ts'
import { failed, type Outcome } from './make.ts'
import { LISTINGS, type ListTarget, listed, listRegister } from './record-list.ts'

const OPTIONS = {
  write: { type: 'boolean', describe: 'add the entries to the register; nothing else in it changes' },
  register: {
    type: 'string',
    requiresArg: true,
    describe: 'the register',
    defaultDescription: 'found from the PDF as `render` does from a note, or from this folder',
    offers: 'file'
  },
  with: {
    type: 'string',
    requiresArg: true,
    describe: 'the file copy of an issue (or the issue of a file copy), where it does not stand beside it',
    offers: 'file'
  },
  id: {
    type: 'string',
    requiresArg: true,
    describe: 'the id of the entry',
    defaultDescription: 'of its number: note-12-2026'
  },
  format: {
    choices: ['yaml', 'json'],
    requiresArg: true,
    describe: 'how entries are printed',
    defaultDescription: 'yaml'
  },
  drafter: { type: 'string', requiresArg: true, describe: 'who drafted it; like the next three, kept in the house' },
  'sealed-at': { type: 'string', requiresArg: true, describe: 'when it was sealed: 2026-03-05, or 2026-03-05T16:30' },
  classification: { type: 'string', requiresArg: true, describe: 'how the house classifies its record' },
  retention: {
    type: 'string',
    requiresArg: true,
    describe: 'how long the record is kept: permanent, or years: P30Y',
    offers: ['permanent', 'P10Y', 'P30Y']
  },
  timeout: TIMEOUT,
  ...COMMON,
  report: {
    ...COMMON.report,
    describe: `without a PDF: csv or json lists what the register holds (csv=FILE: in a file); else ${COMMON.report.describe}`,
    offers: [...COMMON.report.offers, ...LISTINGS.filter(each => !COMMON.report.offers.includes(each))]
  }
} as const satisfies Record<string, Option>

export const recordCommand: Command = {
  words: ['record'],
  about: 'enter issued notes in the register, and list what it holds',
  takes: { what: 'files', offers: 'file', many: true },
  options: OPTIONS,
  add: (yargs, choose) =>
    yargs.command({
      command: 'record [files..]',
      describe: recordCommand.about,
      builder: each =>
        each
          .positional('files', {
            type: 'string',
            array: true,
            describe: 'issues with their file copies beside them, or file copies'
          })
          .options(OPTIONS)
          .example('$0 record note.pdf', 'its entry, to be put under `communications:`')
          .example('$0 record note.pdf --write', 'the same put there; the next protest can cite it')
          .example(
            '$0 record note.pdf --write --sealed-at 2026-03-05 --retention permanent',
            'with what only the house knows'
          )
          .example('$0 record sent/*.file.pdf --write --register register.yaml', 'several')
          .example('$0 record --report csv=outgoing.csv', 'what the register holds, and the gaps in its numbers')
          .epilogue(EXIT_CODES),
      handler: given => {
        const { register, with: companion, id, format = 'yaml', write = false } = given
        const files = (given.files ?? []).map(typed)
        const { lists, reports } = listed(given.report ?? [], files.length === 0)
        const manner = mannerOf({ ...given, report: reports.length === 0 ? undefined : reports })
        const keeping = keepingOf(given)
        const timeout = timeoutOf(given.timeout)
        const asked = { files, register, companion, id, format, write, keeping, timeout }
        choose(shell => (files.length === 0 ? list(asked, lists, manner, shell) : record(asked, manner, shell)))
      }
    })
}

function keepingOf(given: Keeping): Keeping {
  const wrong = wrongIn(given)
  if (wrong) throw new Obstacle(`--${wrong.key} cannot be \`${wrong.value}\``, [wrong.wanted])
  return Object.fromEntries(KEPT.map(key => [key, given[key]]))
}

interface Asked {
  readonly files: readonly string[]
  readonly register: string | undefined
  readonly companion: string | undefined
  readonly id: string | undefined
  readonly format: 'yaml' | 'json'
  readonly write: boolean
  readonly keeping: Keeping
  readonly timeout: number
}

function list(asked: Asked, lists: readonly ListTarget[], manner: Manner, shell: Shell): ExitCode {
  if (lists.length === 0) {
    const hints = ['name the PDF of a note that was issued; or list the register: --report csv']
    throw new Obstacle('nothing says what to record', hints)
  }
  const needless = [asked.companion, asked.id, asked.write || undefined, ...Object.values(asked.keeping)]
  if (needless.some(each => each !== undefined)) {
    const hints = [`--write, --with, --id and ${KEPT.map(each => `--${each}`).join(', ')} are for one`]
    throw new Obstacle('there is no PDF to record', hints)
  }
  return listRegister(asked.register, lists, manner, shell)
}

/** What came of one file, and the entry that is to be printed. */
interface Recorded {
  readonly outcome: Outcome
  readonly entry: Entry | null
}

/** Records every note that can be recorded, in the order in which they are given; one may cite another before it. */
async function record(asked: Asked, manner: Manner, shell: Shell): Promise<ExitCode> {
  const { files, companion, id } = asked
  if (files.length > 1 && (companion !== undefined || id !== undefined))
    throw new Obstacle(`--${id === undefined ? 'with' : 'id'} is for one PDF, and there are ${files.length}`)
  refuseReports(manner, shell)
  const done = await recordAll(asked, shell)
  const entries = done.flatMap(({ entry }) => (entry === null ? [] : [entry]))
  if (entries.length > 0) shell.out.write(printed(entries, asked.format))
  return tell(
    done.map(each => each.outcome),
    manner,
    shell
  )
}

async function recordAll(asked: Asked, shell: Shell): Promise<Recorded[]> {
  const worker = await shell.startWorker(asked.timeout)
  const done: Recorded[] = []
  try {
    for (const file of asked.files) done.push(await recordOne(file, asked, { shell, worker }))
  } finally {
    await worker.close()
  }
  return done
}

interface Desk {
  readonly shell: Shell
  readonly worker: Worker
}

async function recordOne(file: string, asked: Asked, desk: Desk): Promise<Recorded> {
  try {
    return await recorded(file, asked, desk)
  } catch (thrown) {
    return { outcome: failed(thrown, [], file, name => name), entry: null }
  }
}

async function recorded(file: string, asked: Asked, { shell, worker }: Desk): Promise<Recorded> {
  const register = findRegister(asked.register, foldersOf(file, shell), shell)
  const { companion, keeping } = asked
  const house = workspaceOf(folderOf(register?.path, file, shell))
  const task: EntryTask = { file, companion, cwd: shell.cwd, house, keeping }
  const made = replied(await worker.ask<MadeEntry>('entry', task), file)
  const entry = { id: asked.id ?? idFor(made.entry), record: made.entry }
  const findings = findingsOf(made.notes, file, name => name)
  const done = (said: string | null) => ({ code: 0, findings, said, bug: null }) as const
  if (register === null) {
    if (asked.write) throw new Obstacle('no register is found', ['name it: --register FILE'])
    return { outcome: done('no register is found to hold it against: --register names one'), entry }
  }
  const { value: entered, findings: against } = attempt(() => enter(register, entry))
  if (entered === null) {
    return {
      outcome: { code: 1, findings: [...findings, ...findingsOf(against, file, name => name)], said: null, bug: null },
      entry: null
    }
  }
  if (entered.type === 'known')
    return { outcome: done(`${file} is in ${register.shown} already, as ${entered.id}`), entry: null }
  if (!asked.write) return { outcome: done(null), entry }
  writeRegister(register, entered.bytes)
  return { outcome: done(`recorded ${file} in ${register.shown}, as ${entry.id}`), entry: null }
}

/** The templates that describe a note are those of the house that keeps the register. */
function folderOf(register: string | undefined, file: string, shell: Shell): string {
  const [beside = shell.cwd] = foldersOf(register ?? file, shell)
  return beside
}

function idFor(entry: NoteRecord): string {
  const id = idOf(entry)
  if (id !== null) return id
  throw new Obstacle(`no id can be made of the number ${entry.number}`, ['--id names one'])
}

function printed(entries: readonly Entry[], format: 'yaml' | 'json'): string {
  if (format === 'yaml')
    return entries.map(({ id, record: value }) => yamlEntry({ id, value: jsonOf(value) }, '  ')).join('')
  return `${JSON.stringify(Object.fromEntries(entries.map(each => [each.id, each.record])), null, 2)}\n`
}
