/** The incidents that a note tells: its occasion once and first, each recalled one as what it is, and not more than the house lists (NV026, NV027, NV051). */
import { type Fact, factOf, isIn } from '../../fact.ts'
import { once } from '../../once.ts'
import { type ProtestNote, placeOfTemplate, printedAt, runsOf } from '../note.ts'
import { stepsOf } from '../sources.ts'
import { firstTellings, idsOf, tellingsOf } from '../tellings.ts'
import { ofProtest, type RuleFault } from './rule.ts'

export const NV026 = ofProtest(note => {
  const { recall } = note.dossier
  // where the body only counts, it tells nothing
  const ids = recall && !recall.summarised ? recall.incidents.map(each => each.id) : []
  const what = 'the prior incident'
  return [...dropped(note, ids), ...repeated(note, ids, what), ...disordered(note, ids), ...behind(note, ids, what)]
})

function dropped(note: ProtestNote, ids: readonly string[]): RuleFault[] {
  const told = new Set(firstTellings(note).map(each => each.id))
  return ids
    .filter(id => !told.has(id))
    .map(id => ({
      message: `the prior incident \`${id}\` is recalled, but no sentence describes it`,
      at: placeOfTemplate(note),
      hints: ['leave it out with `recall: { except: … }` and a reason']
    }))
}

/** The incidents of which the body says an item of damage, a circumstance or a measure more than once. */
function repeated(note: ProtestNote, ids: readonly string[], what: string): RuleFault[] {
  const seen = new Set<string>()
  const found = new Map<string, RuleFault>()
  const sentences = tellingsOf(note).map(each => each.sentence)
  for (const { leaf } of sentences.filter(each => each.paragraph.type !== 'table').flatMap(runsOf)) {
    const [id] = idsOf(leaf)
    const [origin] = leaf.origins
    if (id === undefined || origin === undefined || !isWording(factOf(origin)) || !ids.includes(id)) continue
    const key = `${origin} ${leaf.text}`
    if (seen.has(key))
      once(found, id, () => ({ message: `${what} \`${id}\` is described twice`, at: { span: leaf.at } }))
    seen.add(key)
  }
  return [...found.values()]
}

const LISTS = ['damage', 'circumstances', 'measures'] as const

/** What the house says of an incident in words of its own. */
function isWording(fact: Fact): boolean {
  return fact.field === 'event' || (fact.item !== null && LISTS.some(each => isIn(fact, 'incidents', each)))
}

/** The first that stands before one that should come before it. */
function disordered(note: ProtestNote, order: readonly string[]): RuleFault[] {
  const told = firstTellings(note).filter(each => order.includes(each.id))
  const wanted = order.filter(id => told.some(each => each.id === id))
  const at = told.findIndex((each, index) => each.id !== wanted[index])
  const first = told[at]
  if (!first) return []
  const message = `\`${first.id}\` is described before \`${wanted[at]}\`, but the order is \`${note.records.request.recall.order}\``
  return [{ message, at: printedAt(first.sentence) }]
}

/** The first of some incidents that is told behind the steps that follow from the facts. */
function behind(note: ProtestNote, ids: readonly string[], what: string): RuleFault[] {
  const steps = stepsOf(note)
  const firsts = (['inference', 'legal', 'protest'] as const).map(each => steps.get(each) ?? note.paragraphs.length)
  const found = firstTellings(note).find(({ id, sentence }) => {
    return ids.includes(id) && note.paragraphs.indexOf(sentence.paragraph) > Math.min(...firsts)
  })
  if (!found) return []
  const message = `${what} \`${found.id}\` is described after the inference, the law or the act that rests on it`
  return [{ message, at: printedAt(found.sentence) }]
}

export const NV051 = ofProtest(note => {
  const ids = (note.dossier.recall?.incidents ?? []).map(each => each.id)
  const told = firstTellings(note).filter(each => ids.includes(each.id)).length
  const most = note.profile.recall.body
  if (told <= most) return []
  const message = `the body lists ${told} prior incidents, but the house allows ${most} at most`
  return [{ message, at: placeOfTemplate(note), hints: ['`recall.summarised` says when the body only counts them'] }]
})

export const NV027 = ofProtest(note => {
  const ids = note.dossier.occasion.map(each => each.id)
  const told = firstTellings(note)
  const missing = ids.filter(id => !told.some(each => each.id === id))
  const recalled = told.findIndex(each => !ids.includes(each.id))
  const late = recalled < 0 ? [] : told.slice(recalled).filter(each => ids.includes(each.id))
  return [
    ...missing.map(id => ({ message: `no sentence describes the occasion \`${id}\``, at: placeOfTemplate(note) })),
    ...repeated(note, ids, 'the occasion'),
    ...behind(note, ids, 'the occasion'),
    ...late.map(({ id, sentence }) => ({
      message: `the occasion \`${id}\` is described after the recalled incidents`,
      at: printedAt(sentence)
    }))
  ]
})
