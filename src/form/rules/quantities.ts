/** Quantities and hours that a note prints: with the hedge and in the unit that were recorded (NV037, NV038). */
import type { DossierMeasure } from '../../dossier/schema.ts'
import { type Fact, isItem } from '../../fact.ts'
import { CASES } from '../../languages/language.ts'
import { pattern } from '../../languages/pattern.ts'
import type { PrintedMeasure } from '../../languages/quantities.ts'
import { isFrom, prints } from '../facts.ts'
import { anyOf, faultAt, find, isProse, sentenceOf } from '../find.ts'
import { incidentsOf, type LeafRun, type Note, type NoteParagraph, runsOf } from '../note.ts'
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

/** Whether the words before a stretch, or those behind it, hedge it. */
function isHedged({ words }: Note, { text }: NoteParagraph, start: number, end: number): boolean {
  return words.hedges.test(text.slice(0, start)) || words.hedgesBehind.test(text.slice(end))
}

/** Each print of a measure: its hedge is the one that its language gives it, neither lost nor doubled. */
function printed(note: Note): RuleFault[] {
  const measures = measuresOf(note)
  return runsOfProse(note).flatMap(({ run, paragraph }) => {
    const measured = measures.find(each => isFrom(run.leaf, fact => isOf(fact, each)))
    if (!measured || !/\d|\p{L}/u.test(run.leaf.text)) return []
    const { qualifier } = measured.measure
    const hedged = isHedged(note, paragraph, run.start, run.end)
    const isWhole = inCases(note, measured.measure).includes(run.leaf.text)
    if (isWhole ? !hedged : qualifier === 'exact' || hedged) return []
    const message = isWhole
      ? `\`${run.leaf.text}\` is printed with another hedge before it`
      : `\`${run.leaf.text}\` is printed without its hedge, \`${qualifier}\``
    return [{ message, at: { span: run.leaf.at }, hints: ['`{{measure …}}` prints it as recorded'] }]
  })
}

/** Whether it is a measure as a whole, or one of these of its fields. */
function isOf(fact: Fact, { id, index }: Measured, fields: readonly Fact['field'][] = QUANTITIES): boolean {
  return isItem(fact, id, index) && fields.includes(fact.field)
}

const NUMBERS: readonly Fact['field'][] = ['measures', 'measures.value']
const QUANTITIES: readonly Fact['field'][] = [...NUMBERS, 'measures.unit', 'measures.qualifier']

function runsOfProse({ paragraphs }: Note): { readonly run: LeafRun; readonly paragraph: NoteParagraph }[] {
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
    const start = run.start + run.leaf.text.indexOf(hour.local)
    if (isHedged(note, paragraph, start, run.end)) return []
    const message = `\`${hour.local}\` is printed without its hedge, \`approx\``
    return [{ message, at: { span: run.leaf.at }, hints: ['`{{time …}}` prints it as recorded'] }]
  })
}

/** The name of a means of which only the type is known, or not even that. */
function designations(note: Note): RuleFault[] {
  const unsure = incidentsOf(note).filter(each => each.means?.designation && each.means.certainty !== 'identified')
  return runsOfProse(note).flatMap(({ run, paragraph }) => {
    const isUnsure = unsure.some(({ id }) => prints(run.leaf, 'incidents', id, 'means.designation'))
    if (!isUnsure || note.words.ofType.test(paragraph.text.slice(Math.max(0, run.start - 40), run.end + 20))) return []
    const message = `\`${run.leaf.text}\` is printed as identified, but only its type is recorded`
    return [{ message, at: { span: run.leaf.at }, hints: ['the formula `certainty` says how sure it is'] }]
  })
}

/** A hedged quantity that words of a record or of the drafter repeat without its hedge. */
function said(note: Note): RuleFault[] {
  const measures = measuresOf(note)
  return measures.flatMap(({ measure }) => {
    if (measure.qualifier === 'exact') return []
    const exact = exactly(note, measure)
    const bare = exact.map(each => `${measure.value} ${unitOf(each)}`.trimEnd())
    return find(note, anyOf([...exact, ...bare]))
      .filter(each => !measures.some(other => isFrom(each.run.leaf, fact => isOf(fact, other))))
      .filter(each => !isHedged(note, each.paragraph, each.start, each.end))
      .map(each => faultAt(note, each, `\`${each.text}\` is recorded with a hedge, \`${measure.qualifier}\``))
  })
}

export const NV038: RuleCheck = note => [...bare(note), ...converted(note)]

/** A number of a measure without its unit behind it. */
function bare(note: Note): RuleFault[] {
  return measuresOf(note).flatMap(measured => {
    const units = exactly(note, measured.measure).map(unitOf)
    const [unit] = units
    if (unit === undefined) return []
    return runsOfProse(note).flatMap(({ run: { leaf, start, end }, paragraph }) => {
      const isPrinted = /\d|\p{L}/u.test(leaf.text) && isFrom(leaf, fact => isOf(fact, measured, NUMBERS))
      const isBehind = (each: string) =>
        paragraph.text
          .slice(start, end + each.length + 1)
          .replace(/\s/gu, ' ')
          .includes(each)
      if (!isPrinted || units.some(isBehind)) return []
      return [{ message: `\`${leaf.text}\` is printed without its unit, \`${unit}\``, at: { span: leaf.at } }]
    })
  })
}

/** The ways in which the language of a note can print a measure: one for each case that it has. */
function inCases({ language: { say } }: Note, measure: PrintedMeasure): readonly string[] {
  const printed = [null, ...CASES].flatMap(each => say.measure(measure, each) ?? [])
  return [...new Set(printed)]
}

function exactly(note: Note, measure: DossierMeasure): readonly string[] {
  return inCases(note, { ...measure, qualifier: 'exact' })
}

function unitOf(exact: string): string {
  return exact.split(/\s/).slice(1).join(' ')
}

/** A quantity in brackets behind the recorded one. */
function converted(note: Note): RuleFault[] {
  const gloss = pattern('gu')`\([^()]*\d[\d.,]*\s${note.words.units}\)`
  return find(note, gloss).flatMap(found => {
    const sentence = sentenceOf(found)
    const before = sentence ? runsOf(sentence).filter(run => run.end <= found.start) : []
    const message = `\`${found.text}\` converts a quantity that was recorded in another unit`
    return before.some(run => isFrom(run.leaf, ({ field, item }) => field === 'measures' && item !== null))
      ? [faultAt(note, found, message)]
      : []
  })
}
