/** NV037: quantities and hours that a note prints in; those whose hedge is lost, or made up, out. */
import type { DossierMeasure } from '../../dossier/schema.ts'
import { type Fact, isItem } from '../../fact.ts'
import { isFrom, prints } from '../facts.ts'
import { anyOf, faultAt, find, isProse } from '../find.ts'
import { incidentsOf, type LeafRun, type Note, type NoteParagraph } from '../note.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

export const NV037: RuleCheck = note => [...printed(note), ...hours(note), ...designations(note), ...said(note)]

interface Measured {
  readonly id: string
  readonly index: number
  readonly measure: DossierMeasure
}

function measuresOf(note: Note): Measured[] {
  return incidentsOf(note).flatMap(({ id, measures }) => measures.map(({ measure }, index) => ({ id, index, measure })))
}

/** Each print of a measure: its hedge is the one that its language gives it, neither lost nor doubled. */
function printed(note: Note): RuleFault[] {
  const measures = measuresOf(note)
  return runsOfProse(note).flatMap(({ run, paragraph }) => {
    const measured = measures.find(each => isFrom(run.leaf, fact => isOf(fact, each)))
    if (!measured || !/\d|\p{L}/u.test(run.leaf.text)) return []
    const { qualifier } = measured.measure
    const whole = note.language.say.measure(measured.measure)
    const before = paragraph.text.slice(0, run.start)
    const hedged = note.words.hedges.test(before)
    const isWhole = run.leaf.text === whole
    if (isWhole ? !hedged : qualifier === 'exact' || hedged) return []
    const message = isWhole
      ? `\`${run.leaf.text}\` is printed with another hedge before it`
      : `\`${run.leaf.text}\` is printed without its hedge, \`${qualifier}\``
    return [{ message, at: { span: run.leaf.at, hints: [] }, hints: ['`{{measure …}}` prints it as recorded'] }]
  })
}

/** The measure as a whole, or its number. */
function isOf(fact: Fact, { id, index }: Measured): boolean {
  return isItem(fact, id, index) && QUANTITIES.some(each => fact.field === each)
}

const QUANTITIES = ['measures', 'measures.value', 'measures.unit', 'measures.qualifier'] as const

interface Placed {
  readonly run: LeafRun
  readonly paragraph: NoteParagraph
}

function runsOfProse({ paragraphs }: Note): Placed[] {
  return paragraphs.filter(isProse).flatMap(paragraph => paragraph.runs.map(run => ({ run, paragraph })))
}

/** Hours that are not sure. */
function hours(note: Note): RuleFault[] {
  const unsure = incidentsOf(note).flatMap(({ id, time }) =>
    time?.qualifier === 'approx' ? [{ id, local: time.local }] : []
  )
  return runsOfProse(note).flatMap(({ run, paragraph }) => {
    const hour = unsure.find(
      ({ id, local }) => run.leaf.text.includes(local) && prints(run.leaf, 'incidents', id, 'occurred')
    )
    if (!hour) return []
    const before = paragraph.text.slice(0, run.start + run.leaf.text.indexOf(hour.local))
    if (note.words.hedges.test(before)) return []
    const message = `\`${hour.local}\` is printed without its hedge, \`approx\``
    return [{ message, at: { span: run.leaf.at, hints: [] }, hints: ['`{{time …}}` prints it as recorded'] }]
  })
}

/** The name of a means of which only the type is known, or not even that. */
function designations(note: Note): RuleFault[] {
  const unsure = incidentsOf(note).filter(each => each.means?.designation && each.means.certainty !== 'identified')
  return runsOfProse(note).flatMap(({ run, paragraph }) => {
    const isUnsure = unsure.some(({ id }) => prints(run.leaf, 'incidents', id, 'means.designation'))
    if (!isUnsure || note.words.ofType.test(paragraph.text.slice(Math.max(0, run.start - 40), run.end + 20))) return []
    const message = `\`${run.leaf.text}\` is printed as identified, but only its type is recorded`
    return [{ message, at: { span: run.leaf.at, hints: [] }, hints: ['the formula `certainty` says how sure it is'] }]
  })
}

/** A hedged quantity that words of a record or of the drafter repeat without its hedge. */
function said(note: Note): RuleFault[] {
  const measures = measuresOf(note)
  return measures.flatMap(({ measure }) => {
    if (measure.qualifier === 'exact') return []
    const exact = note.language.say.measure({ ...measure, qualifier: 'exact' })
    if (exact === null) return []
    const bare = [measure.value, ...exact.split(/\s/).slice(1)].join(' ')
    return find(note, anyOf([exact, bare]))
      .filter(each => !measures.some(other => isFrom(each.run.leaf, fact => isOf(fact, other))))
      .filter(each => !note.words.hedges.test(each.paragraph.text.slice(0, each.start)))
      .map(each => faultAt(note, each, `\`${each.text}\` is recorded with a hedge, \`${measure.qualifier}\``))
  })
}
