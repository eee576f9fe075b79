/** What the notes of a workspace used in; templates of the house and records of its registers that none of them needs out. */
import { describingTemplates } from '../describe.ts'
import { type Diagnostic, information, warning } from '../diagnostic.ts'
import type { NoteKind } from '../dossier/kind.ts'
import { type Origin, originOf, referenceOf } from '../fact.ts'
import type { MadeNote } from '../fixtures/made.ts'
import { readRegister } from '../records/read.ts'
import { templateOf } from '../records/request.ts'
import type { Register } from '../records/schema.ts'
import type { Span } from '../source.ts'
import { child, placeOf } from '../value.ts'
import { readSource, type World } from '../world.ts'
import type { WorkspaceCheck } from './task.ts'

/** What a register keeps, and what one of each is called. */
const SECTIONS = [
  ['parties', 'party'],
  ['facilities', 'facility'],
  ['incidents', 'incident'],
  ['communications', 'communication'],
  ['sources', 'source']
] as const

/** What is told of a register: `selected` are the registers of the selections, `spanOf` gives the place of a record. */
interface Unused {
  readonly register: Register
  readonly selected: readonly Register[]
  readonly spanOf: (origin: Origin) => Span | null
}

/**
 * Tells of records that no note uses, in the order of the register. A register may well hold more than its notes say, so
 * this is information; without a note there is nothing to hold it against.
 */
export function unusedRecords({ register, selected, spanOf }: Unused): readonly Diagnostic[] {
  if (selected.length === 0) return []
  return SECTIONS.flatMap(([section, noun]) => {
    const used = new Set(selected.flatMap(each => Object.keys(each[section])))
    const unused = Object.keys(register[section]).filter(id => !used.has(id))
    return unused.map(id => {
      const pointer = child(`/${section}`, id)
      const message = `no note uses the ${noun} \`${id}\``
      return information({ rule: 'record/unused', message, span: spanOf(originOf('register', pointer)), pointer })
    })
  })
}

/** What the program asks for without being told, besides what a register says of a note: a note's title and labels. */
const ASKED_FOR: readonly string[] = ['title', 'labels']

/** `own`: the templates of the workspace, not those of the package; `named`: those that its note requests name. */
interface HouseTemplates {
  readonly language: string
  readonly own: readonly string[]
  readonly named: readonly string[]
  readonly kinds: readonly NoteKind[]
}

/** Tells of templates of a house that no note request names; without a request there is nothing to hold them against. */
export function unusedTemplates(world: World, { language, own, named, kinds }: HouseTemplates): readonly Diagnostic[] {
  if (named.length === 0) return []
  const asked = new Set([...named, ...ASKED_FOR, ...kinds.flatMap(describingTemplates)])
  const unused = own.filter(each => !asked.has(each))
  return unused.flatMap(name => {
    const source = readSource(world, `templates/${language}/${name}.hbs`)
    const message = `no note asks for the template \`${name}\``
    return source ? [warning({ rule: 'template/unused', message, span: { source, start: 0, end: 0 } })] : []
  })
}

/** What one note was made of, in one language and form. */
export interface NoteUse {
  readonly template: string
  /** The file of its register, and what it took of it; null where that does not count. */
  readonly records: { readonly register: string; readonly selected: Register } | null
}

/** What one note uses; one that is refused uses nothing that could be told. */
export function useOf({ prepared }: MadeNote, takesRecords: boolean): NoteUse[] {
  if (!prepared) return []
  const { records, kind, selected } = prepared
  const register = takesRecords ? records.spanOf(originOf('register', ''))?.source.name : undefined
  return [
    { template: templateOf(records.request, kind), records: register === undefined ? null : { register, selected } }
  ]
}

/** Tells of what no note needs, where the whole workspace is checked: a part of it says nothing of the rest. */
export function unusedFindings(workspace: WorkspaceCheck, uses: readonly NoteUse[]): readonly Diagnostic[] {
  const { engine, own } = workspace
  if (!isWhole(workspace)) return []
  const named = uses.map(each => each.template)
  const kinds = [...engine.kinds.values()]
  const templates = Object.keys(engine.languages).flatMap(language => {
    const mains = own.flatMap(name => {
      const [, folder, main = ''] = MAIN.exec(name) ?? []
      return folder === language ? [main] : []
    })
    return unusedTemplates(engine.world, { language, own: mains, named, kinds })
  })
  const records = registersIn(workspace).flatMap(name => {
    const { value, loaded } = readRegister(engine.records, name)
    const selected = uses.flatMap(({ records }) => (records?.register === name ? [records.selected] : []))
    const spanOf = (origin: Origin) => placeOf(loaded, referenceOf(origin).pointer)
    return value ? unusedRecords({ register: value, selected, spanOf }) : []
  })
  return [...templates, ...records]
}

const MAIN = /^templates\/([^/]+)\/([^/]+)\.hbs$/

function isWhole({ names, own }: WorkspaceCheck): boolean {
  return names.length >= own.length
}

/** The registers that are looked through; those of fixtures are written for what they pull apart. */
export function registersIn(workspace: WorkspaceCheck): readonly string[] {
  return isWhole(workspace) && workspace.inventory.fixtures.size === 0 ? workspace.inventory.files.register : []
}
