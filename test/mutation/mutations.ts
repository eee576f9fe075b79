/** A template's text and its tree in; the same text with one fault each, as authors make them, and where each fault stands, out. */
import type { Expression } from '../../src/template/syntax.ts'
import type { BlockParts, Stretch } from './block-parts.ts'
import { extentOf, type PlacedBlock, type PlacedCall, type Sites, type Subject, sitesOf, stretchOf } from './sites.ts'

/** A stretch of a file that is replaced. */
interface Edit extends Stretch {
  readonly by: string
}

/** First and last line. */
export type Lines = readonly [first: number, last: number]

/** What was done to a file. */
export interface Mutation {
  readonly kind: string
  readonly file: string
  /** The whole file as it is now. */
  readonly text: string
  /** Where the fault stands in it. */
  readonly now: Lines
  /** Where in the sound file stood what it came in place of: goldens know only that one. */
  readonly before: Lines
  /** The files of partials that were called where now nothing stands. */
  readonly calls: readonly string[]
  /** What stands there now, for the list of survivors. */
  readonly says: string
}

/** Edits that make one fault, and how far it reaches where that is further than the edits. */
interface Fault {
  readonly edits: readonly Edit[]
  readonly reach?: Stretch
}

const FAULTS: Readonly<Record<string, (sites: Sites) => readonly Fault[]>> = {
  'a field is renamed': ({ paths }) => paths.map(({ end }) => ({ edits: [{ start: end, end, by: 'x' }] })),
  'a guard is dropped': sites =>
    conditions(sites).map(({ parts }) => ({
      edits: [{ ...extentOf(parts), by: bodyOf(sites.subject, parts, 0) }]
    })),
  'two arguments are swapped': ({ subject, calls }) => calls.flatMap(each => swapped(subject, each)),
  'two helpers swap what they print': ({ prints, subject }) => swappedPrints(subject, prints),
  'a branch is emptied': sites =>
    conditions(sites).flatMap(({ parts }) =>
      parts.branches.flatMap((_, index) => emptied(sites.subject, parts, index))
    ),
  'a block is not closed': ({ blocks }) =>
    // which of several blocks in each other lacks its end cannot be told
    blocks.map(({ parts, outermost }) => ({ edits: [{ ...parts.close, by: '' }], reach: outermost })),
  'a date, number or name is written out': ({ prints }) =>
    prints.flatMap(({ start, end, value }) => {
      const literal = literalFor(value)
      return literal === null ? [] : [{ edits: [{ start, end, by: literal }] }]
    }),
  'an item of a list is dropped': ({ blocks, subject }) =>
    blocks.flatMap(({ block, parts }) => {
      if (block.call.name !== 'each') return []
      const by = `{{#unless @last}}${bodyOf(subject, parts, 0)}{{/unless}}`
      return [{ edits: [{ ...rangeOf(parts, 0), by }], reach: extentOf(parts) }]
    }),
  'a condition is turned round': sites => conditions(sites).map(each => ({ edits: turnedRound(sites.subject, each) })),
  'a condition is another': ({ calls }) =>
    calls.flatMap(({ call, reach }) => {
      const by = OPPOSITES[call.name]
      return by === undefined ? [] : [{ edits: [{ ...stretchOf(call.nameAt), by }], reach }]
    }),
  'a part is put in twice': ({ includes, subject: { whole } }) =>
    includes
      .filter(each => !isUnreached(whole.slice(each.start, each.end)))
      .map(({ start, end }) => ({ edits: [{ start: end, end, by: whole.slice(start, end) }] })),
  'a part is left out': ({ includes }) => includes.map(({ start, end }) => ({ edits: [{ start, end, by: '' }] })),
  'two parts change places': ({ includes, subject: { whole } }) =>
    includes.slice(1).flatMap((second, index) => {
      const first = includes[index]
      if (
        !first ||
        [first, second].some(each => isPlaced(whole.slice(each.start, each.end))) ||
        whole.slice(first.end, second.start).trim() !== ''
      )
        return []
      return [
        {
          edits: [
            { ...first, by: whole.slice(second.start, second.end) },
            { ...second, by: whole.slice(first.start, first.end) }
          ]
        }
      ]
    }),
  'a party is the other one': ({ paths, subject: { whole } }) =>
    paths.flatMap(({ start, end, reach }) => {
      const [, up = '', party] =
        /^((?:\.\.\/|@root\.)*)(sender|recipient|concerned)\b/.exec(whole.slice(start, end)) ?? []
      if (party === undefined) return []
      const from = start + up.length
      const by = { sender: 'recipient', recipient: 'sender' }[party] ?? 'sender.state'
      return [{ edits: [{ start: from, end: from + party.length, by }], reach }]
    }),
  'the recipient is addressed': ({ subject, contents }) => contents.flatMap(each => addressed(subject, each))
}

/** Every fault of every kind that this template can have. */
export function mutationsOf(subject: Subject): Mutation[] {
  const sites = sitesOf(subject)
  return Object.entries(FAULTS).flatMap(([kind, faults]) => faults(sites).map(fault => made(subject, kind, fault)))
}

/** One stated change of a file, for the faults that stand in no table: `was` occurs in it once. */
export function replaced(file: string, whole: string, kind: string, was: string, by: string): Mutation {
  const start = whole.indexOf(was)
  if (start < 0 || whole.indexOf(was, start + 1) >= 0) throw new Error(`${file} does not hold \`${was}\` once`)
  return made({ file, whole }, kind, { edits: [{ start, end: start + was.length, by }] })
}

function made({ file, whole }: Pick<Subject, 'file' | 'whole'>, kind: string, { edits, reach }: Fault): Mutation {
  const text = [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, by }) => changed.slice(0, start) + by + changed.slice(end), whole)
  const start = Math.min(...edits.map(each => each.start), reach?.start ?? whole.length)
  const end = Math.max(...edits.map(each => each.end), reach?.end ?? 0)
  const changed = Math.max(start, end + text.length - whole.length)
  return {
    kind,
    file,
    text,
    now: [lineAt(text, start), lineAt(text, changed)],
    before: [lineAt(whole, start), lineAt(whole, end)],
    calls: edits.flatMap(edit =>
      callsIn(whole.slice(edit.start, edit.end)).filter(name => !callsIn(edit.by).includes(name))
    ),
    says: text.slice(start, changed).slice(0, 120)
  }
}

/** `{{> name}}`, `{{> (formula …)}}`: the files of what a stretch of a template calls. */
function callsIn(text: string): string[] {
  return [...text.matchAll(/\{\{~?> (?:([a-z][a-z0-9-]*)|\(formula )/g)].map(([, name]) =>
    name === undefined ? 'templates/formulas/en.yaml' : `templates/en/partials/${name}.hbs`
  )
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function conditions({ blocks }: Sites): readonly PlacedBlock[] {
  return blocks.filter(({ block }) => block.call.name === 'if' || block.call.name === 'unless')
}

/** The stretch of a branch's body. */
function rangeOf({ branches }: BlockParts, index: number): Stretch {
  const branch = branches[index]
  if (!branch) throw new Error('there is no such branch')
  return branch
}

function bodyOf({ whole }: Subject, parts: BlockParts, index: number): string {
  const { start, end } = rangeOf(parts, index)
  return whole.slice(start, end)
}

function emptied(subject: Subject, parts: BlockParts, index: number): Fault[] {
  if (bodyOf(subject, parts, index).trim() === '') return []
  return [{ edits: [{ ...rangeOf(parts, index), by: '' }], reach: extentOf(parts) }]
}

/** Helpers that mean the same whichever way their arguments stand. */
const EITHER_WAY = ['eq', 'ne', 'and', 'or', 'formula']

function swapped({ whole }: Subject, { call, reach }: PlacedCall): Fault[] {
  const [a, b] = call.args
  if (!a || !b || EITHER_WAY.includes(call.name)) return []
  const [first, second] = [whole.slice(a.at.start, a.at.end), whole.slice(b.at.start, b.at.end)]
  if (first === second) return []
  const by = second + whole.slice(a.at.end, b.at.start) + first
  return [{ edits: [{ start: a.at.start, end: b.at.end, by }], reach }]
}

/** Two helpers that are printed one after the other, each with the other's argument. */
function swappedPrints({ whole }: Subject, prints: Sites['prints']): Fault[] {
  const simple = prints.flatMap(({ value }) => (value.type === 'call' && value.args[0]?.type === 'path' ? [value] : []))
  return simple.slice(1).flatMap((call, index) => {
    const [before, own] = [simple[index]?.args[0]?.at, call.args[0]?.at]
    if (!before || !own || simple[index]?.name === call.name) return []
    return [
      {
        edits: [
          { ...stretchOf(before), by: whole.slice(own.start, own.end) },
          { ...stretchOf(own), by: whole.slice(before.start, before.end) }
        ]
      }
    ]
  })
}

/** Labels that no fixture can bear: one is asked for on the command line, the other waits for a second language. */
function isUnreached(include: string): boolean {
  return /"labels" "(?:internal|translation)"/.test(include)
}

/** Parts that the profile puts in their places: where a template includes them is no matter. */
const PLACED = ['letterhead', 'reference', 'title', 'opening', 'closing', 'dateline', 'addressee', 'enclosures']

function isPlaced(include: string): boolean {
  return PLACED.includes(/\{\{~?> ([a-z-]+)/.exec(include)?.[1] ?? '')
}

const OPPOSITES: Readonly<Record<string, string>> = { and: 'or', or: 'and', eq: 'ne', ne: 'eq' }

/** `if` becomes `unless`, and the other way about. */
function turnedRound({ whole }: Subject, { block, parts: { open, close } }: PlacedBlock): Edit[] {
  const by = block.call.name === 'if' ? 'unless' : 'if'
  return [open, close].map(tag => {
    const start = tag.start + whole.slice(tag.start, tag.end).indexOf(block.call.name)
    return { start, end: start + block.call.name.length, by }
  })
}

/** What an author in a hurry would write in place of a field. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  date: '14 March 2026',
  dates: '14 March 2026',
  period: 'between 2 November 2025 and 19 January 2026',
  time: '16:20',
  number: '2',
  roman: 'I',
  measure: 'about 35 steps',
  count: 'two officers',
  cite: 'note verbale No. 9/2026 of 12 March 2026',
  name: 'the Republic of Ostrelle'
}

function literalFor(value: Expression): string | null {
  if (value.type === 'path') return value.original === 'place' ? 'Pellune' : null
  if (value.type !== 'call') return null
  const form = value.options.find(each => each.name === 'form')?.value
  const words = WRITTEN_OUT[value.name]
  if (words === undefined) return null
  return form?.type === 'literal' && form.value === 'on' ? `on ${words}` : words
}

/** "the Embassy" becomes "your Embassy": the first article in a stretch of text. */
function addressed({ whole }: Subject, { start, end }: Stretch): Fault[] {
  const match = /\b[Tt]he\b/.exec(whole.slice(start, end))
  if (!match) return []
  const at = start + match.index
  return [{ edits: [{ start: at, end: at + 3, by: match[0] === 'The' ? 'Your' : 'your' }] }]
}
