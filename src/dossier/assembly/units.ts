/** A unit in; its words in the language of the note out, and what is missing of them. */
import type { UnitWords } from '../../languages/quantities.ts'
import { unitHint } from '../../records/units.ts'
import type { Pointer } from '../../value.ts'
import { type Drafting, miss } from './localise.ts'

type Words = {
  readonly [form in keyof UnitWords]: UnitWords[form] extends readonly string[] ? string[] : string | null
}

export function unitIn(drafting: Drafting, unit: string, pointer: Pointer): Words {
  const { language, units, wording } = drafting
  const { one = [], few = null, many = [] } = units.get(unit)?.get(language)?.words ?? {}
  const needed = wording?.units ?? { one: 1, many: 0 }
  if (one.length < needed.one || many.length < needed.many) {
    const what = `no words, or too few, for the unit \`${unit}\``
    miss(drafting, { file: 'register', pointer, what, mend: unitHint(unit, language) }, [])
  }
  return { one: [...one], few, many: [...many] }
}
