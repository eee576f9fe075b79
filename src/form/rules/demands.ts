/** What a note asks of a State: its demands, protection of the receiving State alone, the reservation of rights (NV034, NV048, NV049). */
import { openCase } from '../../dossier/decisions/case.ts'
import { takes } from '../../dossier/decisions/positions.ts'
import { DEMANDS } from '../../kinds/protest/request.ts'
import { faultAt, find, findBeside, isBody, isQuoted, leavesOfBody, type Match } from '../find.ts'
import { incidentsOf, inRequest, type Note, type ProtestNote, placeOfTemplate, printedAt } from '../note.ts'
import { actedBy, insteadOf, sidesIn } from '../sides.ts'
import { placeOfCall, sourceOfFormula, stepsOf } from '../sources.ts'
import { ofProtest, type RuleCheck, type RuleFault } from './rule.ts'

export const NV048 = ofProtest(note => [
  ...DEMANDS.flatMap(demand => judged(note, demand)),
  ...early(note),
  ...sideFaults(note)
])

/** How often the formula of a demand stands in the body, against how often it is asked for. */
function judged(note: ProtestNote, demand: (typeof DEMANDS)[number]): RuleFault[] {
  const said = leavesOfBody(note).filter(leaf => {
    const formula = sourceOfFormula(note, leaf.at)
    return formula?.group === 'demands' && formula.key === demand && leaf.origins.length === 0
  })
  // a formula with values in it stands as several leaves, each at its own place
  const times = said.filter(each => each.at.start === said[0]?.at.start)
  const [first, second] = times
  const asked = note.dossier.demands.includes(demand)
  const unasked = `\`${demand}\` is demanded, but the request does not ask for it`
  if (first && !asked) return [{ message: unasked, at: { span: first.at } }]
  return second ? [{ message: `\`${demand}\` is demanded twice`, at: { span: second.at } }] : []
}

/** The sender demands, and the addressee is to do it. */
function sideFaults(note: ProtestNote): RuleFault[] {
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
function early(note: ProtestNote): RuleFault[] {
  const steps = stepsOf(note)
  const [protest, demand] = [steps.get('protest') ?? -1, steps.get('demand') ?? -1]
  const reserved = steps.get('reservation') ?? note.paragraphs.length
  const wanted = [
    {
      step: 'demand',
      index: demand,
      before: protest,
      message: 'the demands come before the act that they follow from'
    },
    {
      step: 'reservation',
      index: reserved,
      before: Math.max(protest, demand),
      message: 'the reservation of rights comes before the protest and the demands'
    }
  ]
  return wanted.flatMap(({ step, index, before, message }) => {
    const [sentence] = note.paragraphs[index]?.sentences ?? []
    return sentence && index < before ? [{ message, at: placeOfCall(note, step) ?? printedAt(sentence) }] : []
  })
}

export const NV034: RuleCheck = note => {
  if (isReceiving(note) || takes(openCase(note.records), 'NV034', null)) return []
  return find(note, note.words.protection, isBody).flatMap(each => {
    const demand = findBeside(each, note.words.demanding).some(one => one.start < each.start)
    const message = `\`${each.text}\` is demanded of a State that is not the receiving State`
    return demand ? [faultAt(note, each, message)] : []
  })
}

/** Whether something that was struck stands in the State of the addressee. */
function isReceiving(note: Note): boolean {
  const { register } = note.records
  const { addressee } = openCase(note.records)
  return incidentsOf(note).some(each => each.facilities.some(one => register.facilities[one.id]?.in === addressee))
}

export const NV049 = ofProtest(note => {
  const found = find(note, note.words.reservation, isBody).filter(each => !isQuoted(each))
  const { reserveRights } = note.dossier
  if (reserveRights && found.length === 0) {
    const message = 'the request reserves rights, but no sentence of the note does'
    return [{ message, at: placeOfTemplate(note), severity: 'warning' as const }]
  }
  if (reserveRights) return found.flatMap(each => reservedBy(note, each))
  if (found.length === 0)
    return [{ message: 'no rights are reserved: is this intended?', at: inRequest(note, '/reserve-rights') }]
  return found.map(each => ({
    ...faultAt(note, each, `\`${each.text}\` reserves rights, but the request does not`),
    severity: 'warning' as const
  }))
})

function reservedBy(note: ProtestNote, found: Match): RuleFault[] {
  return actedBy(note, found, 'sender', 'who reserves its rights').map(each => ({
    ...each,
    severity: 'error' as const
  }))
}
