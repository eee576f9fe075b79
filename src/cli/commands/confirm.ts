/** `verbale confirm`: a note in; the words that it prints and nobody has confirmed, as a list to be signed, or entered in the workspace, out. */
import { resolve } from 'node:path'
import { confirmationsText, type JudgedWording, listText, openIn, withConfirmed } from '../../confirm/confirm.ts'
import { judgedIn } from '../../confirm/look.ts'
import { keyOf, type PrintedWording } from '../../confirm/wordings.ts'
import { refuse } from '../../diagnostic.ts'
import {
  CONFIRMATIONS_FILE,
  type Confirmation,
  confirmationsSchema,
  readConfirmations
} from '../../records/confirmations.ts'
import { createEngine, prepare } from '../../render.ts'
import { positionOf } from '../../source.ts'
import type { CONFIRM } from '../definitions.ts'
import { writeWhole } from '../disk/atomic.ts'
import { createWorld, type Disk } from '../disk/disk.ts'
import { whileLocked } from '../disk/lock.ts'
import { type NoteFile, noteFile } from '../disk/targets.ts'
import { registersOf } from '../disk/workspace.ts'
import { today } from '../environment.ts'
import { Obstacle } from '../obstacle.ts'
import { commonOptionsOf, type GivenOptions } from '../options.ts'
import { done, failed, type NoteOutcome } from '../report/finding.ts'
import { count, shortPath } from '../report/print.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { pathsFor } from './make.ts'

type Asked = GivenOptions<typeof CONFIRM>

export async function run(given: Asked, shell: Shell): Promise<ExitCode> {
  const common = await commonOptionsOf(given)
  if (given.on !== undefined && given.by === undefined) throw new Obstacle('--on says when; say also who: --by NAME')
  const note = noteFile(given.note, shell.cwd)
  if (note.standardInput) throw new Obstacle('a note on standard input stands in no workspace', ['name its file'])
  const disk = createWorld(note.root, shell.home)
  const locate = pathsFor(note, disk, shell)
  try {
    return tell([await confirm(given, { note, disk, shell })], common, shell)
  } catch (thrown) {
    return tell([failed(thrown, note.typed, [], locate)], common, shell)
  }
}

interface Place {
  readonly note: NoteFile
  readonly disk: Disk
  readonly shell: Shell
}

async function confirm({ by, on = today(), language }: Asked, place: Place): Promise<NoteOutcome> {
  const { note, disk, shell } = place
  const open = openWordings(language, place)
  if (open.length === 0) return done(`all that ${note.typed} prints is confirmed`)
  if (by === undefined) {
    shell.out.write(listText(open, note.typed, placesIn(place)))
    return done(null)
  }
  const path = resolve(disk.root, CONFIRMATIONS_FILE)
  const shown = shortPath(shell.cwd, path)
  // what others confirm meanwhile stays: the file is read again by who holds its lock
  await whileLocked({ path, shown }, () => {
    const confirmations = withConfirmed(confirmedIn(disk), open, { by, on })
    if (!confirmationsSchema.safeParse({ verbale: 1, confirmations }).success)
      throw new Obstacle('--by is a name on one line, and --on a day such as 2026-03-05')
    writeWhole(path, confirmationsText(confirmations))
  })
  return done(`entered ${count(open.length, 'wording')} in ${shown}, confirmed by ${by} on ${on}`)
}

/** What people confirmed. Throws `Rejected` where the file is wrong. */
function confirmedIn(disk: Disk): readonly Confirmation[] {
  const { value, findings } = readConfirmations(disk)
  refuse(findings)
  return value ?? []
}

/** What nobody has confirmed of what the note prints, in all of its languages or in one, to each of its addressees. */
function openWordings(asked: string | undefined, { note, disk, shell }: Place): JudgedWording[] {
  const engine = createEngine(disk, shell.home)
  const registers = registersOf(disk, note.name)
  const madeIn = (language: string | undefined, addressee?: string) =>
    prepare(engine, { note: note.name, registers, language, addressee })
  const first = madeIn(asked)
  const { addressees, request } = first.records
  const languages = asked === undefined ? [undefined, ...(request.languages.translations ?? [])] : [asked]
  const all = addressees.flatMap(to => languages.map(each => madeIn(each, to)))
  const open = all.flatMap(each => openIn(judgedIn(each, disk, shell.home.preparsed)))
  return [...new Map(open.map(each => [keyOf(each), each])).values()]
}

/** `templates/formulas/az.yaml:9:14`, as the user knows the file; what stands in the package alone has no line. */
function placesIn({ note, disk, shell }: Place): (wording: PrintedWording) => string {
  const locate = pathsFor(note, disk, shell)
  return ({ file, span }) => {
    if (span === null) return file
    const { line, column } = positionOf(span.source, span.start)
    return `${locate(file)}:${line}:${column}`
  }
}
