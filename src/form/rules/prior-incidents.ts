/** NV026: the prior incidents of a note as it tells them in; those dropped, told twice or out of their order out. */

import { type Fact, factOf, isIn } from '../../fact.ts'
import { type ProtestNote, placeOfTemplate, printedAt, runsOf } from '../note.ts'
import { stepsOf } from '../steps.ts'
import { firstTellings, idsOf, tellingsOf } from '../tellings.ts'
import type { Fault, Rule } from './rule.ts'

export const NV026: Rule = {
  id: 'NV026',
  kind: 'protest',
  title: 'each prior incident is told once, in the declared order, between occasion and protest',
  reason: 'diplomatic and consular facilities first, or in order of time; an incident that is dropped is given up',
  severity: 'error',
  on: 'document',
  decides: { inPart: 'prior incidents that only an annex lists' },
  stages: ['NV026', 'template/unprinted', 'record/occasion-recalled'],
  judges: 'facts',
  check: note => [...dropped(note), ...twice(note), ...disordered(note), ...late(note)]
}

/** What is recalled in the body; nothing where the body only counts. */
function recalledIn({ dossier: { recall } }: ProtestNote): readonly string[] {
  return recall && !recall.summarised ? recall.incidents.map(each => each.id) : []
}

function dropped(note: ProtestNote): Fault[] {
  const told = new Set(firstTellings(note).map(each => each.id))
  return recalledIn(note)
    .filter(id => !told.has(id))
    .map(id => ({
      message: `the prior incident \`${id}\` is recalled, and no sentence tells it`,
      at: placeOfTemplate(note),
      hints: ['leave it out with `recall: { except: … }`, by reason']
    }))
}

/** A part of a record that the body says twice. */
function twice(note: ProtestNote): Fault[] {
  const ids = recalledIn(note)
  return repeated(note, id => ids.includes(id)).map(({ id, at }) => ({
    message: `the prior incident \`${id}\` is told twice`,
    at
  }))
}

/** The incidents of which the body says an item of damage, a circumstance or a measure more than once, with the place. */
export function repeated(
  note: ProtestNote,
  counts: (id: string) => boolean
): { readonly id: string; readonly at: Fault['at'] }[] {
  const seen = new Set<string>()
  const found = new Map<string, Fault['at']>()
  for (const { sentence } of tellingsOf(note)) {
    if (sentence.paragraph.type === 'table') continue
    for (const run of runsOf(sentence)) {
      const [id] = idsOf(run.leaf)
      const [origin] = run.leaf.origins
      const isPart = origin !== undefined && isWording(factOf(origin))
      if (id === undefined || !isPart || !counts(id)) continue
      const key = `${origin} ${run.leaf.text}`
      if (seen.has(key) && !found.has(id)) found.set(id, { span: run.leaf.at, hints: [] })
      seen.add(key)
    }
  }
  return [...found].map(([id, at]) => ({ id, at }))
}

const LISTS = ['damage', 'circumstances', 'measures'] as const

/** What the house says of an incident in words of its own. */
function isWording(fact: Fact): boolean {
  return fact.field === 'event' || (fact.item !== null && LISTS.some(each => isIn(fact, 'incidents', each)))
}

/** The first that stands before one that should come before it. */
function disordered(note: ProtestNote): Fault[] {
  const order = recalledIn(note)
  const told = firstTellings(note).filter(each => order.includes(each.id))
  const wanted = order.filter(id => told.some(each => each.id === id))
  const at = told.findIndex((each, index) => each.id !== wanted[index])
  const [first] = told.slice(Math.max(at, 0))
  if (at < 0 || !first) return []
  const message = `\`${first.id}\` is told before \`${wanted[at]}\`, and the order is \`${note.records.request.recall.order}\``
  return [{ message, at: printedAt(first.sentence) }]
}

/** A prior incident behind what is concluded from it. */
function late(note: ProtestNote): Fault[] {
  const order = recalledIn(note)
  return behind(note, id => order.includes(id)).map(({ id, at }) => ({
    message: `the prior incident \`${id}\` is told behind the inference, the law or the act that rest on it`,
    at
  }))
}

/** The first of some incidents that is told behind the steps that follow from the facts. */
export function behind(
  note: ProtestNote,
  counts: (id: string) => boolean
): { readonly id: string; readonly at: Fault['at'] }[] {
  const steps = stepsOf(note)
  const first = Math.min(
    ...(['inference', 'legal', 'protest'] as const).map(each => steps.get(each) ?? note.paragraphs.length)
  )
  const found = firstTellings(note).find(
    each => counts(each.id) && note.paragraphs.indexOf(each.sentence.paragraph) > first
  )
  return found ? [{ id: found.id, at: printedAt(found.sentence) }] : []
}
