/** Wordings of a record in; those in the language of the note, with what they leave open filled in, out. */
import type { WordingName, WordingShape } from '../../languages/language.ts'
import { slotsIn } from '../../languages/slots.ts'
import type { WordingRecord } from '../../records/fields.ts'
import type { Pointer } from '../../value.ts'
import type { DossierName, DossierWording } from '../schema.ts'
import { type Drafting, inLanguage, MISSING } from './localise.ts'
import { compose, from, type Traced, traced, traceList } from './trace.ts'

/** Where the register words something, and what kind of wording it is. */
export interface WordingPlace {
  readonly name: WordingName
  readonly pointer: Pointer
}

type OpenSlot = { names: DossierName[]; case: string }

/** A wording without slots. */
export function worded(drafting: Drafting, texts: WordingRecord, { name, pointer }: WordingPlace): Traced<string> {
  const words = inLanguage(drafting, texts, { file: 'register', pointer, what: 'no text' })
  const text = typeof words === 'string' ? words : words?.[shapeOf(drafting, name) ?? 'clause']
  return traced(text ?? MISSING, () => from('register', `${pointer}/${drafting.language}`))
}

/** The same for a wording that a record need not have. */
export function wordedOrNull(
  drafting: Drafting,
  texts: WordingRecord | undefined,
  place: WordingPlace
): Traced<string | null> {
  return texts ? worded(drafting, texts, place) : traced(null, () => from('register', place.pointer))
}

function shapeOf({ wording }: Drafting, name: WordingName): WordingShape | undefined {
  return wording?.shapes[name].shape
}

/** A wording that can leave open what was struck: its words alone, or its parts with the names in the cases they govern. */
export function wordedOf(
  drafting: Drafting,
  texts: WordingRecord,
  place: WordingPlace,
  struck: readonly Traced<DossierName>[]
): Traced<DossierWording> {
  const { value, origins } = worded(drafting, texts, place)
  if (!drafting.wording?.shapes[place.name].slots || !value.includes('{')) return traced(value, origins)
  const parts = slotsIn(value).map((part): Traced<string | OpenSlot> => {
    if (typeof part === 'string') return traced(part, origins)
    const names = traceList(drafting, struck)
    return traced(compose<OpenSlot>(drafting, origins, { names, case: part.inCase ?? 'nom' }), origins)
  })
  const made = { kind: 'wording' as const, parts: traceList(drafting, parts) }
  return traced(compose<typeof made>(drafting, origins, made), origins)
}
