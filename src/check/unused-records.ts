/** A register and the selections of the notes that are made from it in; the records that none of them needs out. */
import { type Diagnostic, information } from '../diagnostic.ts'
import { type Origin, originOf } from '../fact.ts'
import type { Register } from '../records/schema.ts'
import type { Span } from '../source.ts'
import { child } from '../value.ts'

/** What a register keeps, and what one of each is called. */
const SECTIONS = [
  ['parties', 'party'],
  ['facilities', 'facility'],
  ['incidents', 'incident'],
  ['communications', 'communication'],
  ['sources', 'source']
] as const

/** What is told of a register: `selected` are the registers of the selections, `spanOf` gives the place of a record. */
export interface Unused {
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
