/** A parsed document and a house's profile in, the document with its parts in the order of that house out. */
import { type Diagnostic, error, Rejected } from '../diagnostic.ts'
import type { Part } from '../records/parts.ts'
import type { Profile } from '../records/profile.ts'
import type { Span } from '../source.ts'
import type { Block, Container, Document, Figure, Inline } from './document.ts'
import { containersOf, leaves, rewrite } from './walk.ts'

/** The emblem of a house: what a figure says of it. */
type Emblem = Omit<Figure, 'type'>

/** Parts whose place no house decides: the opening begins the body, annexes end the note. */
const FIXED: readonly Part[] = ['opening', 'annex']

/** Parts that a house may leave room for. */
const ROOMS = ['seal', 'initials'] as const

/**
 * Puts the parts in the profile's order: those before the body, the body (opening first, then all that is unmarked, in
 * template order), those after it, annexes last. Where the profile has room for a seal or initials, an empty container
 * stands for it. An emblem stands at the head of the letterhead, whether or not that has any text. Footnotes are numbered in
 * that order. Throws `Rejected` for a part that occurs twice or that the profile has no place for, for an emblem without a
 * letterhead to stand in, and for a note without a body.
 */
export function arrange(document: Document, profile: Profile, emblem: Emblem | null = null): Document {
  const written = containersOf(document)
  const body = document.blocks.filter(block => block.type !== 'container' || block.part === 'opening')
  const found = [
    ...repeated(written),
    ...unplaced(written, profile),
    ...(emblem ? unplacedEmblem(emblem, profile) : []),
    ...(body.length > 0 ? [] : [bodiless(written)])
  ]
  if (found.length > 0) throw new Rejected(found)
  const parts = withEmblem(written, emblem, document)
  const pick = (part: Part): Block[] => parts.filter(each => each.part === part)
  const place = (list: readonly Part[]): Block[] =>
    list.filter(part => !FIXED.includes(part)).flatMap(part => orRoom(part, pick(part), document, profile))
  const unmarked = body.filter(block => block.type !== 'container')
  const { before, after } = profile.parts
  const blocks = [...place(before), ...pick('opening'), ...unmarked, ...place(after), ...pick('annex')]
  return { ...document, blocks: renumbered(blocks) }
}

/** The same parts with an emblem at the head of the letterhead, which a note without one gets for it. */
function withEmblem(parts: readonly Container[], emblem: Emblem | null, document: Document): readonly Container[] {
  if (!emblem) return parts
  const figure: Figure = { type: 'figure', ...emblem }
  const at = lastSpan(document)
  if (at && !parts.some(each => each.part === 'letterhead'))
    return [...parts, { type: 'container', part: 'letterhead', at, blocks: [figure] }]
  return parts.map(each => (each.part === 'letterhead' ? { ...each, blocks: [figure, ...each.blocks] } : each))
}

/** The containers of a part, or an empty one where the note has none and the house leaves room for it. */
function orRoom(part: Part, written: readonly Block[], document: Document, profile: Profile): readonly Block[] {
  const room = ROOMS.find(each => each === part)
  if (written.length > 0 || room === undefined || profile[room] === null) return written
  const at = lastSpan(document)
  return at ? [{ type: 'container', part, at, blocks: [] }] : []
}

/** The end of the note's text: the place in a template for what no template says. */
function lastSpan(document: Document): Span | null {
  const last = [...leaves(document)].at(-1)
  return last ? { ...last.at, start: last.at.end } : null
}

function repeated(parts: readonly Container[]): Diagnostic[] {
  return parts
    .filter((each, index) => each.part !== 'annex' && parts.findIndex(other => other.part === each.part) !== index)
    .map(each =>
      refused(each, 'document/repeated-part', `the part \`${each.part}\` occurs twice`, 'join the two containers')
    )
}

function unplaced(parts: readonly Container[], profile: Profile): Diagnostic[] {
  const listed = [...FIXED, ...profile.parts.before, ...profile.parts.after]
  return parts.flatMap(each => {
    const room = ROOMS.find(part => part === each.part)
    const lacks = listed.includes(each.part) ? room && profile[room] === null && 'leaves no room' : 'has no place'
    const hint = 'take it out of the template, or add it to `parts` in the profile'
    const message = `the profile ${lacks} for the part \`${each.part}\``
    return lacks ? [refused(each, 'document/unplaced-part', message, hint)] : []
  })
}

function unplacedEmblem({ origins }: Emblem, { parts: { before, after } }: Profile): Diagnostic[] {
  if (before.includes('letterhead') || after.includes('letterhead')) return []
  const [origin] = origins
  const hints = ['add `letterhead` to `parts` in the profile, or say `emblem: null`']
  const message = 'the emblem has no place: it belongs in the letterhead, but the house has none'
  return [error({ rule: 'document/unplaced-emblem', message, span: null, hints, ...(origin ? { origin } : {}) })]
}

function bodiless(parts: readonly Container[]): Diagnostic {
  return error({
    rule: 'document/no-body',
    message: 'the note has no body',
    span: parts[0]?.at ?? null,
    hints: ['the body is the text outside containers or in `::: opening`']
  })
}

function refused(part: Container, rule: string, message: string, hint: string): Diagnostic {
  return error({ rule, message, span: part.at, hints: [hint] })
}

/** Numbers footnotes in reading order. */
function renumbered(blocks: readonly Block[]): Block[] {
  let count = 0
  const number = (inlines: readonly Inline[]): Inline[] =>
    inlines.map(inline => {
      if (inline.type === 'emphasis' || inline.type === 'strong')
        return { ...inline, children: number(inline.children) }
      return inline.type === 'footnote' ? { ...inline, number: ++count } : inline
    })
  return rewrite(blocks, number)
}
