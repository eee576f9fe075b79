/** Nothing in; notes in every form that can be made of them, with the words that are to be read in each, out. */
import fc from 'fast-check'
import { createWorld, inflate } from '../../src/cli/disk/disk.ts'
import { attempt, Rejected } from '../../src/diagnostic.ts'
import { KINDS } from '../../src/kinds/index.ts'
import { FORMS, type Form } from '../../src/records/forms.ts'
import { createRecordStore } from '../../src/records/read.ts'
import { type Conformance, createEngine, type Engine, type PrepareOptions, prepare } from '../../src/render.ts'
import { askWithEmblem } from '../emblems.ts'
import { goodCase, SEED } from '../generator.ts'
import { arms, jpeg, PNG_KINDS, png } from '../image/pictures.ts'
import { preparsed } from '../read-ahead.ts'
import { folded, structureText, textOf } from '../reading.ts'
import { spoil } from './spoil.ts'

export { folded, structureText }

/** A file that a validator is to look at. */
interface Made {
  readonly name: string
  /** What it claims besides PDF/UA-1. */
  readonly level: Conformance
  readonly bytes: Uint8Array
  /** What a reader hears. */
  readonly text: string
}

const world = createWorld(process.cwd())
const engine = createEngine(world, { preparsed })
/** Made from another file, and carrying what it was made from. */
const CARRYING: readonly Form[] = ['file-copy', 'regenerated-copy']

/** A note in a form; null where it cannot be made in that one, as a draft without a number is no issue. */
function make(own: Engine, name: string, wish: PrepareOptions): Made | null {
  const copyOf = wish.form === 'regenerated-copy' ? '0'.repeat(64) : undefined
  try {
    const { stages, form } = prepare(own, copyOf === undefined ? wish : { ...wish, copyOf })
    const level = CARRYING.includes(form) || wish.embed ? '3a' : (wish.conformance ?? '2a')
    return { name, level, bytes: stages.pdf(), text: textOf(stages.document()) }
  } catch (thrown) {
    if (thrown instanceof Rejected) return null
    throw thrown
  }
}

/** A fixture in every form, at every level, and as an issue that stays in the house with all that it was made from. */
export function ofFixture(name: string, own: Engine = engine): Made[] {
  const asked = { note: `fixtures/${name}/note.yaml`, registers: [`fixtures/${name}/register.yaml`] }
  const forms = FORMS.flatMap(form => make(own, `${name}.${form}`, { ...asked, form }) ?? [])
  const other = make(own, `${name}.2u`, { ...asked, conformance: '2u' }) ?? []
  const inside = make(own, `${name}.inside`, { ...asked, embed: true, internal: true }) ?? []
  return [...forms, other, inside].flat()
}

/** Emblems of every kind that a file can hold, by what they are. */
const EMBLEMS: readonly (readonly [name: string, file: string, image: () => Uint8Array])[] = [
  ...PNG_KINDS.map(kind => [kind, 'emblem.png', () => png(arms(120), kind)] as const),
  ['palette-opaque', 'emblem.png', () => png(arms(120), 'palette', { bits: 4, opaque: true })],
  ['jpeg', 'emblem.jpg', () => jpeg(arms(120))],
  ['jpeg-grey', 'emblem.jpg', () => jpeg(arms(120), { components: 1 })]
]

/** A fixture with each of these emblems: as an issue at both levels and as a file copy. */
export function emblems(fixture: string): Made[] {
  return EMBLEMS.flatMap(([kind, file, image]) => {
    const { engine: own, asked } = askWithEmblem(fixture, image(), { file })
    const name = `${fixture}.${kind}`
    return [
      make(own, `${name}.issue`, { ...asked, form: 'issue' }) ?? [],
      make(own, `${name}.2u`, { ...asked, form: 'issue', conformance: '2u' }) ?? [],
      make(own, `${name}.file-copy`, { ...asked, form: 'file-copy' }) ?? []
    ].flat()
  })
}

function isTooTall(own: Engine, asked: PrepareOptions): boolean {
  const { findings } = attempt(() => prepare(own, asked).stages.pdf())
  return findings.some(each => each.rule === 'layout/row-too-tall')
}

/** Generated notes, as they ask to be made, and the first of them as file copies besides. */
export function generated(count: number, copies: number): Made[] {
  let copied = 0
  return fc.sample(goodCase, { seed: SEED, numRuns: count }).flatMap(({ register, request }, index) => {
    const files = { 'register.json': JSON.stringify(register), 'note.json': JSON.stringify(request) }
    const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))
    const records = createRecordStore({ ...world, read: name => bytes.get(name) ?? world.read(name) }, KINDS)
    const asked = { note: 'note.json', registers: ['register.json'] }
    const name = `generated-${String(index).padStart(3, '0')}`
    const own = { ...engine, records }
    const note = make(own, name, asked)
    // a chronology can have a row that no page holds; nothing else may be refused
    if (!note && isTooTall(own, asked)) return []
    if (!note) throw new Error(`${name} is refused`)
    const copy = copied < copies ? make(own, `${name}.file-copy`, { ...asked, form: 'file-copy' }) : null
    if (copy) copied += 1
    return copy ? [note, copy] : [note]
  })
}

/** Files that break one rule each, and with them the clause that a validator must name; the first is sound, with an emblem. */
export function spoilt(name: string): ReturnType<typeof spoil> {
  const { engine: own, asked } = askWithEmblem(name, png(arms(120), 'rgba'))
  const copy = make(own, name, { ...asked, form: 'file-copy' })
  if (!copy) throw new Error(`${name} has no file copy`)
  return spoil(copy.bytes, world, inflate)
}
