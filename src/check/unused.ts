/** What the notes of a workspace used in; templates of the house and records of its registers that none of them needs out. */

import type { Diagnostic } from '../diagnostic.ts'
import { originOf, referenceOf } from '../fact.ts'
import type { MadeNote } from '../fixtures/made.ts'
import { readRegister } from '../records/read.ts'
import { templateOf } from '../records/request.ts'
import type { Register } from '../records/schema.ts'
import type { Prepared } from '../render.ts'
import { placeOf } from '../value.ts'
import { BUNDLED } from '../world.ts'
import type { Bench } from './task.ts'
import { unusedRecords } from './unused-records.ts'
import { unusedTemplates } from './unused-templates.ts'

/** What one note was made of, in one language and form. */
export interface NoteUse {
  readonly template: string
  /** The file of its register, and what it took of it; null where that does not count. */
  readonly records: { readonly register: string; readonly selected: Register } | null
}

/** What notes were made of. */
export interface Used {
  /** The names of the templates that requests name. */
  readonly templates: ReadonlySet<string>
  /** The registers of the selections of notes, by the file of the register. */
  readonly selections: ReadonlyMap<string, readonly Register[]>
}

/** What one note uses; one that is refused uses nothing that could be told. */
export function useOf({ prepared }: MadeNote, takesRecords: boolean): NoteUse[] {
  if (!prepared) return []
  const template = templateOf(prepared.records.request, prepared.kind)
  return [{ template, records: takesRecords ? recordsOf(prepared) : null }]
}

function recordsOf({ records, bundle }: Prepared): NoteUse['records'] {
  const register = records.spanOf(originOf('register', ''))?.source.name
  const bytes = bundle().files.get(BUNDLED.register)
  if (register === undefined || !bytes) return null
  const selected: Register = JSON.parse(new TextDecoder().decode(bytes))
  return { register, selected }
}

/** What some notes used together. */
export function usedIn(uses: readonly NoteUse[]): Used {
  const selections = new Map<string, Register[]>()
  for (const { records } of uses)
    if (records) selections.set(records.register, [...(selections.get(records.register) ?? []), records.selected])
  return { templates: new Set(uses.map(each => each.template)), selections }
}

/** Tells of what no note needs, where the whole workspace is checked: a part of it says nothing of the rest. */
export function unusedFindings(bench: Bench, { templates, selections }: Used): readonly Diagnostic[] {
  const { engine, own } = bench
  if (!isWhole(bench)) return []
  const ofHouse = Object.keys(engine.languages).flatMap(language => {
    const folder = `templates/${language}/`
    const mains = own.filter(name => name.startsWith(folder) && /^[^/]+\.hbs$/.test(name.slice(folder.length)))
    const bare = mains.map(name => name.slice(folder.length, -'.hbs'.length))
    return unusedTemplates(engine.world, {
      language,
      own: bare,
      named: [...templates],
      kinds: [...engine.kinds.values()]
    })
  })
  const records = registersIn(bench).flatMap(name => {
    const { value, loaded } = readRegister(engine.records, name)
    const selected = selections.get(name)
    if (!value || !selected) return []
    return unusedRecords({ register: value, selected, spanOf: origin => placeOf(loaded, referenceOf(origin).pointer) })
  })
  return [...ofHouse, ...records]
}

function isWhole({ names, own }: Bench): boolean {
  return names.length >= own.length
}

/** The registers that are looked through; those of fixtures are written for what they pull apart. */
export function registersIn(bench: Bench): readonly string[] {
  return isWhole(bench) && bench.inventory.fixtures.size === 0 ? bench.inventory.files.register : []
}
