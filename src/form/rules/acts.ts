/** NV012: the acts of a note in; where they are not the one that the request chose out. */
import { referenceOf } from '../../fact.ts'
import { STRENGTHS } from '../../kinds/protest/request.ts'
import { faultAt, find, isBody, isQuoted, type Match } from '../find.ts'
import { type ProtestNote, placeOfTemplate } from '../note.ts'
import { actedBy } from '../sides.ts'
import { placeOfCall, placeOfFormula, sourceOfFormula } from '../sources.ts'
import { ofProtest, type RuleFault } from './rule.ts'

type Strength = (typeof STRENGTHS)[number]

/** A place in the text that performs an act. */
interface Act {
  readonly strength: Strength
  readonly found: Match
}

export const NV012 = ofProtest(note => {
  const acts = actsIn(note)
  return [...strengthFaults(note, acts), ...acts.flatMap(({ found }) => actorFaults(note, found))]
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
  if (!right) return [wrongStrength(note, first), ...more.map(each => again(note, each))]
  return protests.filter(each => each !== right).map(each => again(note, each))
}

/** Who protests; of words that merely happen to be in a template only the act itself is asked. */
function actorFaults(note: ProtestNote, found: Match): RuleFault[] {
  const isAct = sourceOfFormula(note, found.run.leaf.at)?.group === 'protest'
  return isAct ? actedBy(note, found, 'sender', 'who protests') : []
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

function again(note: ProtestNote, { found }: Act): RuleFault {
  return faultAt(note, found, `\`${found.text}\` is a second protest, but a note protests once`)
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
