/** The incidents that a note tells: its occasion once and first, each recalled one as what it is, and not more than the house lists (NV026, NV027, NV051). */
import { type Fact, factOf, isIn } from '../../fact.ts'
import { type ProtestNote, placeOfTemplate, printedAt, runsOf } from '../note.ts'
import { stepsOf } from '../sources.ts'
import { firstTellings, idsOf, tellingsOf } from '../tellings.ts'
import { ofProtest, type RuleFault } from './rule.ts'

export const NV026 = ofProtest(note => [...dropped(note), ...twice(note), ...disordered(note), ...late(note)])

/** What is recalled in the body; nothing where the body only counts. */
function recalledIn({ dossier: { recall } }: ProtestNote): readonly string[] {
  return recall && !recall.summarised ? recall.incidents.map(each => each.id) : []
}

function dropped(note: ProtestNote): RuleFault[] {
  const told = new Set(firstTellings(note).map(each => each.id))
  return recalledIn(note)
    .filter(id => !told.has(id))
    .map(id => ({
      message: `the prior incident \`${id}\` is recalled, but no sentence describes it`,
      at: placeOfTemplate(note),
      hints: ['leave it out with `recall: { except: … }` and a reason']
    }))
}

/** A part of a record that the body says twice. */
function twice(note: ProtestNote): RuleFault[] {
  const ids = recalledIn(note)
  return repeated(note, id => ids.includes(id)).map(({ id, at }) => ({
    message: `the prior incident \`${id}\` is described twice`,
    at
  }))
}

/** The incidents of which the body says an item of damage, a circumstance or a measure more than once, with the place. */
function repeated(
  note: ProtestNote,
  counts: (id: string) => boolean
): { readonly id: string; readonly at: RuleFault['at'] }[] {
  const seen = new Set<string>()
  const found = new Map<string, RuleFault['at']>()
  for (const { sentence } of tellingsOf(note)) {
    if (sentence.paragraph.type === 'table') continue
    for (const run of runsOf(sentence)) {
      const [id] = idsOf(run.leaf)
      const [origin] = run.leaf.origins
      const isPart = origin !== undefined && isWording(factOf(origin))
      if (id === undefined || !isPart || !counts(id)) continue
      const key = `${origin} ${run.leaf.text}`
      if (seen.has(key) && !found.has(id)) found.set(id, { span: run.leaf.at })
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
function disordered(note: ProtestNote): RuleFault[] {
  const order = recalledIn(note)
  const told = firstTellings(note).filter(each => order.includes(each.id))
  const wanted = order.filter(id => told.some(each => each.id === id))
  const at = told.findIndex((each, index) => each.id !== wanted[index])
  const [first] = told.slice(Math.max(at, 0))
  if (at < 0 || !first) return []
  const message = `\`${first.id}\` is described before \`${wanted[at]}\`, but the order is \`${note.records.request.recall.order}\``
  return [{ message, at: printedAt(first.sentence) }]
}

/** A prior incident behind what is concluded from it. */
function late(note: ProtestNote): RuleFault[] {
  const order = recalledIn(note)
  return behind(note, id => order.includes(id)).map(({ id, at }) => ({
    message: `the prior incident \`${id}\` is described after the inference, the law or the act that rests on it`,
    at
  }))
}

/** The first of some incidents that is told behind the steps that follow from the facts. */
function behind(
  note: ProtestNote,
  counts: (id: string) => boolean
): { readonly id: string; readonly at: RuleFault['at'] }[] {
  const steps = stepsOf(note)
  const first = Math.min(
    ...(['inference', 'legal', 'protest'] as const).map(each => steps.get(each) ?? note.paragraphs.length)
  )
  const found = firstTellings(note).find(
    each => counts(each.id) && note.paragraphs.indexOf(each.sentence.paragraph) > first
  )
  return found ? [{ id: found.id, at: printedAt(found.sentence) }] : []
}

export const NV051 = ofProtest(note => {
  const { recall } = note.dossier
  const ids = (recall?.incidents ?? []).map(each => each.id)
  const told = firstTellings(note).filter(each => ids.includes(each.id)).length
  const most = note.profile.recall.body
  if (told <= most) return []
  const message = `the body lists ${told} prior incidents, but the house allows ${most} at most`
  return [{ message, at: placeOfTemplate(note), hints: ['`recall.summarised` says when the body only counts them'] }]
})

export const NV027 = ofProtest(note => {
  const ids = note.dossier.occasion.map(each => each.id)
  const told = firstTellings(note)
  const missing = ids
    .filter(id => !told.some(each => each.id === id))
    .map(id => ({ message: `no sentence describes the occasion \`${id}\``, at: placeOfTemplate(note) }))
  const firstRecalled = told.findIndex(each => !ids.includes(each.id))
  const recalledFirst = told.filter(
    (each, index) => ids.includes(each.id) && firstRecalled >= 0 && index > firstRecalled
  )
  return [
    ...missing,
    ...repeated(note, id => ids.includes(id)).map(({ id, at }) => ({
      message: `the occasion \`${id}\` is described twice`,
      at
    })),
    ...behind(note, id => ids.includes(id)).map(({ id, at }) => ({
      message: `the occasion \`${id}\` is described after the inference, the law or the act that rests on it`,
      at
    })),
    ...recalledFirst.map(({ id, sentence }) => ({
      message: `the occasion \`${id}\` is described after the recalled incidents`,
      at: printedAt(sentence)
    }))
  ]
})
