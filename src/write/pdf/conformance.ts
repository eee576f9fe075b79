/** What is to be written in; every reason why it may not be, with the place to mend it, out. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { blaming } from '../../fact.ts'
import type { Element, Item, Layout, Role } from '../../layout/page.ts'
import { about } from './glyphs.ts'
import { DATE, type PdfFacts, TIMESTAMP } from './metadata.ts'

/** BCP 47 in its common shape: a language of two to eight letters and subtags. */
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

/** Characters that XML cannot hold (XML 1.0, 2.2), and halves of characters. */
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/u

/** Where an element may stand (ISO 32000-1, 14.8.4.3); the others may stand anywhere. */
const PARENTS: Partial<Record<Role, readonly Role[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  THead: ['Table'],
  TBody: ['Table'],
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR']
}

/** What to do about each finding of a note as a whole. */
const HINTS = {
  'pdf/title': 'a reader is told the title in place of a file name',
  'pdf/language': 'write a tag such as `az` or `zh-Hans`',
  'pdf/date': 'a year, a month or a day: 2025, 2025-11, 2025-11-14',
  'pdf/issued-at': 'write it as 2025-11-14T09:30:00+04:00',
  'pdf/unreadable-text': 'take it out'
} as const

/** The findings about a note as a whole: its title, its language, its date of issue. */
export function checkFacts({ title, language, date, issuedAt }: PdfFacts): Diagnostic[] {
  const unless = (isSound: boolean, rule: keyof typeof HINTS, message: string) =>
    isSound ? [] : [error({ rule, message, span: null, hints: [HINTS[rule]] })]
  const isTimestamp = issuedAt === null || TIMESTAMP.test(issuedAt)
  return [
    ...unless(title.trim() !== '', 'pdf/title', 'the note has no title'),
    ...unless(LANGUAGE.test(language), 'pdf/language', `\`${language}\` names no language`),
    ...unless(date === null || DATE.test(date), 'pdf/date', `\`${date}\` is not a date that a PDF can state`),
    ...unless(isTimestamp, 'pdf/issued-at', `\`${issuedAt}\` is not a date with time and offset`),
    ...unless(!UNSPEAKABLE.test(title), 'pdf/unreadable-text', `${JSON.stringify(title)} holds a control character`)
  ]
}

/** The findings about the structure of a note: roles, header cells, languages, and the owners of what is drawn. */
export function checkStructure(layout: Layout): Diagnostic[] {
  checkTree(layout.elements)
  if (layout.pages.length === 0) throw new Error('a layout has a page, if an empty one')
  const drawn = firstItems(layout)
  const { elements, pages } = layout
  return [
    ...elements.flatMap(element => checkElement(element, elements, drawn.get(element.number))),
    ...pages.flatMap(page => page.items.flatMap(item => checkOwner(item, elements)))
  ]
}

/** Every element stands once under its parent. A tree that does not hold together is a fault of the layout. */
function checkTree(elements: readonly Element[]): void {
  const reached = new Set<number>([0])
  for (const number of reached) {
    for (const kid of elements[number]?.kids ?? []) {
      if (elements[kid]?.parent !== number || reached.has(kid))
        throw new Error(`element ${kid} does not stand once under ${number}`)
      reached.add(kid)
    }
  }
  if (reached.size !== elements.length)
    throw new Error('an element of the structure tree cannot be reached from its root')
  if (elements.some((element, index) => element.number !== index)) throw new Error('elements are not numbered in order')
}

/** An item to show for each element: the first that it owns. */
function firstItems(layout: Layout): Map<number, Item> {
  const first = new Map<number, Item>()
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.owner.type === 'element' && !first.has(item.owner.element)) first.set(item.owner.element, item)
    }
  }
  return first
}

function checkElement(element: Element, elements: readonly Element[], drawn: Item | undefined): Diagnostic[] {
  const findings: Diagnostic[] = []
  const { role, number, language, parent, alternate = '' } = element
  const parents = PARENTS[role]
  const around = parent === null ? undefined : elements[parent]?.role
  const refuse = (rule: string, message: string) => findings.push(located(drawn, rule, message))
  if ((role === 'Document') !== (number === 0))
    refuse('pdf/root', `element ${number} is a ${role}: the root, and it alone, is the Document`)
  if (parents && !parents.some(each => each === around)) {
    const where = `element ${number} is a ${role} under ${around ?? 'nothing'}`
    refuse('pdf/nesting', `${where}: it belongs under ${parents.join(' or ')}`)
  }
  if (role === 'TH' && !element.scope) refuse('pdf/scope', `header cell ${number} heads neither a column nor a row`)
  if (role === 'Figure') {
    if (alternate.trim() === '') refuse('pdf/alternate', 'the figure has no text for people who cannot see it')
    if (UNSPEAKABLE.test(alternate))
      refuse('pdf/unreadable-text', `${JSON.stringify(alternate)} holds a control character`)
  }
  if (language !== undefined && !LANGUAGE.test(language)) refuse('pdf/language', `\`${language}\` names no language`)
  return findings
}

function checkOwner(item: Item, elements: readonly Element[]): Diagnostic[] {
  const { owner } = item
  const element = owner.type === 'element' ? elements[owner.element] : undefined
  if (owner.type === 'element' && !element)
    return [located(item, 'pdf/owner', `something drawn belongs to element ${owner.element}, which is not there`)]
  // A picture that is furniture would not be told to those who do not see it; and words under a figure would not be read.
  if ((item.type === 'image') === (element?.role === 'Figure')) return []
  const what =
    item.type === 'image' ? 'a picture belongs to no figure' : 'a figure holds something that is not a picture'
  return [located(item, 'pdf/figure', what)]
}

function located(item: Item | undefined, rule: string, message: string): Diagnostic {
  if (item?.type === 'text') return about(item, rule, message)
  const [origin] = item?.type === 'image' ? item.origins : []
  return error({ rule, message, span: null, ...blaming(origin) })
}
