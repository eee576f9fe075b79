/** A stretch of a note in; who is named in it, as the one who speaks or the one who is spoken to, out. */
import type { Text } from '../document/document.ts'
import { clauseOf, type Match } from './find.ts'
import { type LeafRun, type Note, type NoteParagraph, runsIn } from './note.ts'
import type { RuleFault } from './rules/rule.ts'
import { names } from './tellings.ts'

/** Who speaks, who is spoken to and, where that is another, the State that it is about. */
export type Side = 'sender' | 'recipient' | 'concerned'

/** A name of one of the two sides, the party itself or its State. */
export interface NamedParty {
  readonly side: Side
  readonly run: LeafRun
}

/** The sides that a stretch names, in order; parties that are neither are passed over. */
export function sidesIn(note: Note, paragraph: NoteParagraph, start: number, end: number): readonly NamedParty[] {
  return runsIn(paragraph, start, end).flatMap(run => {
    const side = sideOf(note, run.leaf)
    return side === null ? [] : [{ side, run }]
  })
}

function sideOf({ records: { request, register } }: Note, leaf: Text): Side | null {
  const of = (id: string): boolean => {
    const state = register.parties[id]?.of
    return names(leaf, 'parties', id) || (state !== undefined && names(leaf, 'parties', state))
  }
  if (of(request.from)) return 'sender'
  if (of(request.to)) return 'recipient'
  return request.concerning !== undefined && names(leaf, 'parties', request.concerning) ? 'concerned' : null
}

/** The side that is named before some words of their sentence, where the one that should be is not named there at all. */
export function actedBy(note: Note, found: Match, wanted: Side, what: string): RuleFault[] {
  const sentence = clauseOf(found)
  return insteadOf(sentence ? sidesIn(note, found.paragraph, sentence.start, found.start) : [], wanted, what)
}

/** The last of some names, where none of them is that of the side that should be named. */
export function insteadOf(named: readonly NamedParty[], wanted: Side, what: string): RuleFault[] {
  const last = named.at(-1)
  return last === undefined || named.some(each => each.side === wanted) ? [] : [wrongSide(last, wanted, what)]
}

const CALLED = { sender: 'sender', recipient: 'recipient', concerned: 'State concerned' } as const

/** A name that stands where that of the other side should. */
export function wrongSide({ run, side }: NamedParty, wanted: Side, what: string): RuleFault {
  return {
    message: `${what} is the ${CALLED[wanted]}, but the note names the ${CALLED[side]}: \`${run.leaf.text}\``,
    at: { span: run.leaf.at },
    hints: [`\`{{name ${wanted}}}\` names the ${CALLED[wanted]}`]
  }
}
