/** What a note does and asks for: its act, its demands, protection of the receiving State alone, the reservation of rights (NV012, NV034, NV048, NV049). */
import type { Severity } from '../../diagnostic.ts'
import { openCase } from '../../dossier/decisions/case.ts'
import { takes } from '../../dossier/decisions/positions.ts'
import { referenceOf } from '../../fact.ts'
import { DEMANDS, REQUESTS, STRENGTHS } from '../../kinds/protest/request.ts'
import { faultAt, faultsAt, find, findBeside, isBody, isQuoted, leavesOfBody, type Match } from '../find.ts'
import { incidentsOf, inRequest, type Note, type ProtestNote, placeOfTemplate, printedAt } from '../note.ts'
import { actedBy, insteadOf, type Side, sidesIn } from '../sides.ts'
import { placeOfCall, placeOfFormula, sourceOfFormula, stepsOf } from '../sources.ts'
import { ofProtest, type RuleCheck, type RuleFault } from './rule.ts'

type Strength = (typeof STRENGTHS)[number]

/** A place in the text that performs an act. */
interface Act {
  readonly strength: Strength
  readonly found: Match
}

export const NV012 = ofProtest(note => {
  const acts = actsIn(note)
  // of words that merely happen to be in a template only the act itself is asked who protests
  const own = acts.filter(({ found }) => sourceOfFormula(note, found.run.leaf.at)?.group === 'protest')
  const actors = own.flatMap(({ found }) => actedBy(note, found, 'sender', 'who protests'))
  return [...strengthFaults(note, acts), ...actors]
})

/** The act that the request chose, once. */
function strengthFaults(note: ProtestNote, acts: readonly Act[]): RuleFault[] {
  const { strength } = note.dossier
  const protests = acts.filter(each => isProtest(each.strength))
  const [first, ...more] = protests
  if (!isProtest(strength)) {
    const others = protests.map(each => wrongStrength(note, each))
    return others.length > 0 || acts.some(each => each.strength === strength) ? others : [missing(note)]
  }
  if (!first) return [missing(note)]
  const right = protests.find(each => each.strength === strength)
  const others = (right ? protests.filter(each => each !== right) : more).map(each => each.found)
  const again = faultsAt(note, others, 'is a second protest, but a note protests once')
  return right ? again : [wrongStrength(note, first), ...again]
}

function isProtest(strength: Strength): boolean {
  return STRENGTHS.indexOf(strength) >= STRENGTHS.indexOf('protest')
}

/** The acts of the body in reading order, each place once, as the strongest that it can be read as. */
function actsIn(note: ProtestNote): Act[] {
  const all = [...note.words.acts].reverse().flatMap(({ strength, pattern }) =>
    find(note, pattern, isBody)
      .filter(each => !isQuoted(each) && isOwnAct(note, each))
      .map(found => ({ strength, found }))
  )
  const apart = all.filter((each, index) => !all.slice(0, index).some(other => overlaps(other.found, each.found)))
  const order = note.paragraphs
  return apart.sort(
    (a, b) => order.indexOf(a.found.paragraph) - order.indexOf(b.found.paragraph) || a.found.start - b.found.start
  )
}

/** Not what records tell of others ("a protest at the gates"), nor what the law is said to be. */
function isOwnAct(note: ProtestNote, { run }: Match): boolean {
  const isTold = run.leaf.origins.some(each => referenceOf(each).file === 'register')
  return !isTold && sourceOfFormula(note, run.leaf.at)?.group !== 'legal'
}

function overlaps(a: Match, b: Match): boolean {
  return a.paragraph === b.paragraph && a.start < b.end && b.start < a.end
}

/** At the words, or where the template asks for the formula of another strength. */
function wrongStrength(note: ProtestNote, { strength, found }: Act): RuleFault {
  const message = `\`${found.text}\` is the act \`${strength}\`, but the request chose \`${note.dossier.strength}\``
  const formula = sourceOfFormula(note, found.run.leaf.at)
  const at = formula?.group === 'protest' && formula.key === strength ? placeOfCall(note, 'protest') : null
  return at ? { message, at } : faultAt(note, found, message)
}

/** Where the words of the act should be: its formula, where the note prints it; else the template. */
function missing(note: ProtestNote): RuleFault {
  const { strength } = note.dossier
  const message = `no sentence performs the act that the request chose, \`${strength}\``
  const other = STRENGTHS.find(each => each !== strength && placeOfFormula(note, 'protest', each) !== null)
  const at =
    placeOfFormula(note, 'protest', strength) ?? (other && placeOfCall(note, 'protest')) ?? placeOfTemplate(note)
  return { message, at, hints: ['the formulas of the group `protest` are the words of each strength'] }
}

export const NV048 = ofProtest(note => [
  ...DEMANDS.flatMap(code => judged(note, 'demands', code)),
  ...REQUESTS.flatMap(code => judged(note, 'requests', code)),
  ...early(note),
  ...sideFaults(note)
])

type Asked = 'demands' | 'requests'

/** How often the formula of a demand stands in the body, against how often it is asked for. */
function judged(note: ProtestNote, group: Asked, code: string): RuleFault[] {
  const said = leavesOfBody(note).filter(leaf => {
    const formula = sourceOfFormula(note, leaf.at)
    return formula?.group === group && formula.key === code && leaf.origins.length === 0
  })
  // a formula with values in it stands as several leaves, each at its own place
  const [first, second] = said.filter(each => each.at.start === said[0]?.at.start)
  const asked = note.dossier[group].some(each => each.code === code)
  const unasked = `\`${code}\` is demanded, but the request does not ask for it`
  if (first && !asked) return [{ message: unasked, at: { span: first.at } }]
  return second ? [{ message: `\`${code}\` is demanded twice`, at: { span: second.at } }] : []
}

/** The sender demands, and the State concerned is to do it; what an addressee is asked that is another, the addressee. */
function sideFaults(note: ProtestNote): RuleFault[] {
  const asked = [
    { group: 'demands', of: note.dossier.toAnother ? 'concerned' : 'recipient' },
    { group: 'requests', of: 'recipient' }
  ] as const
  return asked.flatMap(each => sideFaultsOf(note, each.group, each.of))
}

function sideFaultsOf(note: ProtestNote, group: Asked, of: Side): RuleFault[] {
  return note.paragraphs.filter(isBody).flatMap(paragraph => {
    const demand = paragraph.runs.find(run => sourceOfFormula(note, run.leaf.at)?.group === group)
    const sentence = demand && paragraph.sentences.find(each => each.start <= demand.start && demand.start < each.end)
    if (!demand || !sentence) return []
    const named = sidesIn(note, paragraph, sentence.start, demand.start)
    // "It demands that Cantarre …" names one side alone
    const who = named.length > 1 ? insteadOf(named, 'sender', 'who demands') : []
    return [...who, ...insteadOf(named, of, 'of whom it is demanded')]
  })
}

/** Demands, or a reservation, before what they follow from. */
function early(note: ProtestNote): RuleFault[] {
  const steps = stepsOf(note)
  const [protest, demand] = [steps.get('protest') ?? -1, steps.get('demand') ?? -1]
  const reserved = steps.get('reservation') ?? note.paragraphs.length
  const fault = (step: string, index: number, before: number, message: string): RuleFault[] => {
    const [sentence] = note.paragraphs[index]?.sentences ?? []
    return sentence && index < before ? [{ message, at: placeOfCall(note, step) ?? printedAt(sentence) }] : []
  }
  const behind = Math.max(protest, demand)
  return [
    ...fault('demand', demand, protest, 'the demands come before the act that they follow from'),
    ...fault('reservation', reserved, behind, 'the reservation of rights comes before the protest and the demands')
  ]
}

export const NV034: RuleCheck = note => {
  if (isReceiving(note) || takes(openCase(note.records), 'NV034', null)) return []
  const demanded = find(note, note.words.protection, isBody).filter(each => {
    const { demanding, headLast } = note.words
    return findBeside(each, demanding).some(one => one.start < each.start !== headLast)
  })
  return faultsAt(note, demanded, 'is demanded of a State that is not the receiving State')
}

/** Whether something that was struck stands in the State concerned. */
function isReceiving(note: Note): boolean {
  const { register } = note.records
  const { concerned } = openCase(note.records)
  return incidentsOf(note).some(each => each.facilities.some(one => register.facilities[one.id]?.in === concerned))
}

export const NV049 = ofProtest(note => {
  const found = find(note, note.words.reservation, isBody).filter(each => !isQuoted(each))
  const { reserveRights } = note.dossier
  if (reserveRights && found.length === 0) {
    const message = 'the request reserves rights, but no sentence of the note does'
    return [{ message, at: placeOfTemplate(note), severity: 'warning' as const }]
  }
  const isBy = (each: Match) => actedBy(note, each, 'sender', 'who reserves its rights')
  if (reserveRights) return graver(found.flatMap(isBy), 'error')
  if (found.length === 0)
    return [{ message: 'no rights are reserved: is this intended?', at: inRequest(note, '/reserve-rights') }]
  return graver(faultsAt(note, found, 'reserves rights, but the request does not'), 'warning')
})

function graver(faults: readonly RuleFault[], severity: Severity): RuleFault[] {
  return faults.map(each => ({ ...each, severity }))
}
