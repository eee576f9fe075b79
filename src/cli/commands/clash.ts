/** Notes and their places in; a refusal before anything is written, where one would be written over another, out. */
import { basename, dirname, extname, join } from 'node:path'
import { attempt } from '../../diagnostic.ts'
import { readRecords } from '../../records/read.ts'
import { FORMATS } from '../../write/formats.ts'
import { kindOf, namesIn } from '../disk/disk.ts'
import { type Job, type NoteFile, noteFile } from '../disk/targets.ts'
import { registersOf } from '../disk/workspace.ts'
import { Obstacle } from '../obstacle.ts'
import type { Shell } from '../shell.ts'
import type { Wanted } from './forms.ts'
import type { OpenedWorkspace } from './make.ts'

/** A note, its place without extension, and what its name there goes on with. */
interface Written {
  readonly note: NoteFile
  readonly base: string
  readonly endings: readonly string[]
}

/**
 * `note.yaml` with a translation `ru` is written to `note.ru.pdf`, and so is `note.ru.yaml`; with several addressees each is in
 * the name of a file. Whichever is made, both are named. Beside a request that is written beside itself another may stand that is made another time.
 */
export function refuseClashes(
  jobs: readonly Job[],
  { language, addressee, form, format }: Wanted,
  open: (root: string) => OpenedWorkspace,
  { cwd }: Shell
): void {
  const { note: isNote, extension } = FORMATS[format]
  if (!isNote) return
  const made = jobs.flatMap(({ note, target }) => (target.type === 'base' ? [{ note, base: target.base }] : []))
  const others = made.flatMap(each => siblingsOf(each, cwd))
  const variant = form === undefined ? '' : `.${form}`
  const near = (base: string) => [...made, ...others].some(each => isNear(each.base, base))
  const all: Written[] = [
    ...made
      .filter(each => near(each.base))
      .map(({ note, base }) => {
        const endings = endingsOf(note, { language, addressee }, open)
        return { note, base, endings: endings.map(each => each + variant) }
      }),
    ...others.filter(each => near(each.base)).map(each => ({ ...each, endings: endingsOf(each.note, {}, open) }))
  ]
  const taken = new Map<string, NoteFile>()
  for (const { note, base, endings } of all)
    for (const path of endings.map(each => base + each)) {
      const other = taken.get(path)
      if (other && pathOf(other) !== pathOf(note))
        throw new Obstacle(
          `${other.typed} and ${note.typed} would be written to the same file, ${basename(path)}${extension}`,
          ['give one of them another name']
        )
      taken.set(path, note)
    }
}

const pathOf = ({ root, name }: NoteFile): string => join(root, name)

/** Whether one of two names goes on where the other ends. */
function isNear(one: string, other: string): boolean {
  return one !== other && (one.startsWith(`${other}.`) || other.startsWith(`${one}.`))
}

type PlacedNote = Omit<Written, 'endings'>

/** Requests beside a note that is written beside itself, whose names go on where its own ends, or end where it goes on. */
function siblingsOf({ note, base }: PlacedNote, cwd: string): PlacedNote[] {
  const folder = dirname(pathOf(note))
  if (base !== join(folder, note.stem)) return []
  return namesIn(folder).flatMap(name => {
    const other = join(folder, name.slice(0, -extname(name).length))
    if (!/\.(ya?ml|json)$/.test(name) || !isNear(other, base) || kindOf(join(folder, name)) !== 'file') return []
    return [{ note: noteFile(join(dirname(note.typed), name), cwd), base: other }]
  })
}

/** What the names of a note's files go on with, an addressee and a language; of what is no request that can be read nothing. */
function endingsOf(
  { root, name, standardInput }: NoteFile,
  { language, addressee }: Partial<Pick<Wanted, 'language' | 'addressee'>>,
  open: (root: string) => OpenedWorkspace
): string[] {
  const dotted = (each: string | undefined) => (each === undefined ? '' : `.${each}`)
  if (standardInput) return [dotted(language)]
  const { disk, engine } = open(root)
  const { value } = attempt(() => readRecords(engine.records, { note: name, registers: registersOf(disk, name) }))
  const { addressees = [], request } = value?.records ?? {}
  const to = addressees.length < 2 ? [undefined] : addressee === undefined ? addressees : [addressee]
  const languages = language === undefined ? [undefined, ...(request?.languages.translations ?? [])] : [language]
  return to.flatMap(each => languages.map(one => dotted(each) + dotted(one)))
}
