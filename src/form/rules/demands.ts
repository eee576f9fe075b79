/** NV048: the demands of a note in; those that are lost, said twice or not asked for out. */
import { DEMANDS } from '../../kinds/protest/request.ts'
import { isBody } from '../find.ts'
import { type ProtestNote, printedAt } from '../note.ts'
import { insteadOf, sidesIn } from '../sides.ts'
import { placeOfCall, sourceOfFormula } from '../sources.ts'
import { stepsOf } from '../steps.ts'
import type { Fault, Rule } from './rule.ts'

export const NV048: Rule = {
  id: 'NV048',
  kind: 'protest',
  title:
    'each demand is made once, behind the act, and rests on a recorded fact; a protest demands or reserves something',
  reason: 'compensation without damage invites the answer that there was none',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'demands in words that no formula has' },
  stages: ['NV048', 'template/unprinted'],
  judges: 'form',
  check: note => [...DEMANDS.flatMap(demand => judged(note, demand)), ...early(note), ...sideFaults(note)]
}

/** How often the formula of a demand stands in the body, against how often it is asked for. */
function judged(note: ProtestNote, demand: (typeof DEMANDS)[number]): Fault[] {
  const leaves = note.paragraphs.filter(isBody).flatMap(each => each.runs.map(run => run.leaf))
  const said = leaves.filter(leaf => {
    const formula = sourceOfFormula(note, leaf.at)
    return formula?.group === 'demands' && formula.key === demand && leaf.origins.length === 0
  })
  // a formula with values in it stands as several leaves, each at its own place
  const times = said.filter(each => each.at.start === said[0]?.at.start)
  const [first, second] = times
  const asked = note.dossier.demands.includes(demand)
  if (first && !asked)
    return [
      { message: `\`${demand}\` is demanded, and the request does not ask for it`, at: { span: first.at, hints: [] } }
    ]
  return second ? [{ message: `\`${demand}\` is demanded twice`, at: { span: second.at, hints: [] } }] : []
}

/** The sender demands, and the addressee is to do it. */
function sideFaults(note: ProtestNote): Fault[] {
  return note.paragraphs.filter(isBody).flatMap(paragraph => {
    const demand = paragraph.runs.find(run => sourceOfFormula(note, run.leaf.at)?.group === 'demands')
    const sentence = demand && paragraph.sentences.find(each => each.start <= demand.start && demand.start < each.end)
    if (!demand || !sentence) return []
    const named = sidesIn(note, paragraph, sentence.start, demand.start)
    // "It demands that Cantarre …" names one side alone
    const who = named.length > 1 ? insteadOf(named, 'sender', 'who demands') : []
    return [...who, ...insteadOf(named, 'recipient', 'of whom it is demanded')]
  })
}

/** Demands, or a reservation, before what they follow from. */
function early(note: ProtestNote): Fault[] {
  const steps = stepsOf(note)
  const [protest, demand] = [steps.get('protest') ?? -1, steps.get('demand') ?? -1]
  const reserved = steps.get('reservation') ?? note.paragraphs.length
  const found = [
    ...(demand >= 0 && demand < protest
      ? [{ step: 'demand', index: demand, message: 'the demands stand before the act that they follow from' }]
      : []),
    ...(reserved < Math.max(protest, demand)
      ? [{ step: 'reservation', index: reserved, message: 'rights are reserved before what is protested and demanded' }]
      : [])
  ]
  return found.flatMap(({ step, index, message }) => {
    const [sentence] = note.paragraphs[index]?.sentences ?? []
    return sentence ? [{ message, at: placeOfCall(note, step) ?? printedAt(sentence) }] : []
  })
}
