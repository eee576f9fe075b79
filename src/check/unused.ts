/** What the notes of a workspace used in; templates of the house and records of its registers that none of them needs out. */
import type { Diagnostic } from '../diagnostic.ts'
import { LANGUAGES } from '../language/index.ts'
import { readRegister } from '../record/read.ts'
import type { Register } from '../record/schema.ts'
import { placeOf } from '../value.ts'
import { BUNDLED } from '../world.ts'
import type { Bench } from './check.ts'
import type { MadeNote } from './made.ts'
import { unusedRecords } from './unused-records.ts'
import { unusedTemplates } from './unused-templates.ts'

/** What notes were made of. */
export interface Used {
  /** The names of the templates that requests name. */
  readonly templates: Set<string>
  /** The registers of the selections of notes, by the file of the register. */
  readonly selections: Map<string, Register[]>
}

/** Adds what one note uses; one that is refused uses nothing that could be told. */
export function addUse(bench: Bench, { templates, selections }: Used, { prepared }: MadeNote): void {
  if (!prepared) return
  const { request, spanOf } = prepared.records
  templates.add(request.template)
  if (registersIn(bench).length === 0) return
  const register = spanOf({ file: 'register', pointer: '' })?.source.name
  const bytes = prepared.bundle().files.get(BUNDLED.register)
  if (register === undefined || !bytes) return
  const selected: Register = JSON.parse(new TextDecoder().decode(bytes))
  selections.set(register, [...(selections.get(register) ?? []), selected])
}

/** Tells of what no note needs, where the whole workspace is checked: a part of it says nothing of the rest. */
export function unusedFindings(bench: Bench, { templates, selections }: Used): readonly Diagnostic[] {
  const { engine, own } = bench
  if (!isWhole(bench)) return []
  const ofHouse = Object.keys(LANGUAGES).flatMap(language => {
    const folder = `templates/${language}/`
    const mains = own.filter(name => name.startsWith(folder) && /^[^/]+\.hbs$/.test(name.slice(folder.length)))
    const bare = mains.map(name => name.slice(folder.length, -'.hbs'.length))
    return unusedTemplates(engine.world, { language, own: bare, named: [...templates] })
  })
  const records = registersIn(bench).flatMap(name => {
    const { value, loaded } = readRegister(engine.records, name)
    const selected = selections.get(name)
    if (!value || !selected) return []
    return unusedRecords({ register: value, selected, spanOf: ({ pointer }) => placeOf(loaded, pointer) })
  })
  return [...ofHouse, ...records]
}

function isWhole({ names, own }: Bench): boolean {
  return names.length >= own.length
}

/** The registers that are looked through; those of fixtures are written for what they pull apart. */
function registersIn(bench: Bench): readonly string[] {
  return isWhole(bench) && bench.inventory.fixtures.size === 0 ? bench.inventory.files.register : []
}
