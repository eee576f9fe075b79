/** What languages say, what of it is proven and what is not, as plain data, in; the paper that a translator signs, as a document, out. */
import type { Block, Cell, Document, Inline, Table, Text } from '../document/document.ts'
import { startOf } from '../source.ts'
import type { ToConfirm } from './confirm.ts'
import type { ConcordanceRow } from './rows.ts'

/** A language of the note. */
export interface SheetLanguage {
  readonly tag: string
  readonly isOriginal: boolean
  /** SHA-256 of its words: what a confirmation is of. */
  readonly digest: string
}

/** What was compared of one part, and is the same in all languages. */
interface ProvenPart {
  readonly part: string
  /** Facts, choices, law and insertions that every language prints there, and how many decisions they share. */
  readonly facts: number
  readonly decisions: number
  /** Of the facts, those that are printed as numbers or dates. */
  readonly numbers: number
}

/** What a language says otherwise on purpose. */
interface PurposeEntry {
  readonly language: string
  readonly part: string | null
  readonly what: string
  readonly reason: string
  readonly confirmed: string | null
}

/** What others found out about the languages of a note. */
export interface Evidence {
  /** Nothing where nobody compared them. */
  readonly proven: readonly ProvenPart[]
  readonly purposes: readonly PurposeEntry[]
}

/** A wording that no longer follows the words that it was made from. */
interface StaleWording {
  readonly language: string
  /** Where the record says it. */
  readonly place: string
}

export interface Sheet extends Evidence {
  /** Of the paper itself. */
  readonly language: string
  /** Of the original. */
  readonly title: string
  readonly languages: readonly SheetLanguage[]
  readonly rows: readonly ConcordanceRow[]
  readonly phrases: readonly ToConfirm[]
  readonly wordings: readonly ToConfirm[]
  readonly stale: readonly StaleWording[]
}

const LABEL = 'WORKING PAPER OF THE HOUSE – NOT A NOTE – NOT TO BE ISSUED, SEALED OR RECORDED'

export function composeSheet(sheet: Sheet): Document {
  return {
    language: sheet.language,
    title: `Concordance: ${sheet.title}`,
    labels: [words(LABEL)],
    blocks: [
      { type: 'container', part: 'title', at: startOf(OWN), blocks: [paragraph('Concordance of languages')] },
      ...aboutPart(sheet),
      ...textsPart(sheet),
      ...provenPart(sheet),
      ...confirmPart(sheet),
      ...signPart(sheet)
    ]
  }
}

function aboutPart({ title, languages }: Sheet): Block[] {
  const original = languages.find(each => each.isOriginal)?.tag ?? ''
  const others = languages.filter(each => !each.isOriginal).map(each => each.tag)
  return [
    paragraph(`${title}. Original: ${original}. Translations: ${others.join(', ')}.`),
    paragraph(
      'Read each row across: all languages must say the same, no more and no less. Order and grammar within a row are each language’s own; “…” marks words of another row in between.'
    )
  ]
}

function textsPart({ rows, languages }: Sheet): Block[] {
  const body = rows.map(({ standing, cells }) => {
    const [step = '', about] = standing.split('/')
    const name = about === undefined ? [strong(step)] : [strong(`${step}/`), BREAK, words(about)]
    return [cell(name), ...cells.map(each => cell(each.length > 0 ? lines(each) : [NOTHING]))]
  })
  return [heading('1. What each language says'), table(['Part and incident', ...languages.map(columnOf)], body)]
}

function columnOf({ tag, isOriginal }: SheetLanguage): string {
  return `${tag} (${isOriginal ? 'original' : 'translation'})`
}

function provenPart({ proven }: Sheet): Block[] {
  const title = heading('2. What is proven')
  if (proven.length === 0) return [title, paragraph('Nothing yet: the languages of this note were not compared.')]
  const said =
    'In each part all languages print the same values of the records, for the same reasons. Each number and date comes from the same record; that it is written well in its language is for its reader.'
  const total = (of: 'facts' | 'decisions' | 'numbers') => proven.reduce((sum, each) => sum + each[of], 0)
  const all = { part: 'All parts', facts: total('facts'), decisions: total('decisions'), numbers: total('numbers') }
  const rows = [...proven, all].map(each =>
    [each.part, each.facts, each.numbers, each.decisions].map((value, index) =>
      cell([words(String(value))], index === 0 ? 'left' : 'right')
    )
  )
  const header = ['Part', 'Facts, choices, law, insertions', 'Of these numbers and dates', 'Decisions']
  return [title, paragraph(said), table(header, rows, 'right')]
}

function confirmPart({ languages, phrases, wordings, stale, purposes }: Sheet): Block[] {
  const tags = languages.map(each => each.tag)
  const given = (list: readonly ToConfirm[], none: string) =>
    list.map(each => [cell([words(each.name)]), ...each.cells.map(one => cell(orElse(one, none)))])
  return [
    heading('3. What a person must confirm'),
    paragraph(
      'No comparison proves the force of a verb, what a word calls to mind, or the weight that an order of words gives.'
    ),
    ...part(
      `Set phrases that nobody has confirmed in at least one language (${phrases.length})`,
      ['Phrase', ...tags],
      given(phrases, 'not used')
    ),
    ...part(
      `Wordings of the records: each language has its own words (${wordings.length})`,
      ['Wording', ...tags],
      given(wordings, 'nothing')
    ),
    ...part(
      `Translations whose words have changed since they were made (${stale.length})`,
      ['Language', 'Wording'],
      stale.map(each => [cell([words(each.language)]), cell([words(each.place)])])
    ),
    ...part(
      `What a language says otherwise on purpose (${purposes.length})`,
      ['Language', 'Part', 'What', 'Reason', 'Confirmed by'],
      purposes.map(({ language, part, what, reason, confirmed }) =>
        [language, part ?? 'every part', what, reason, confirmed ?? 'nobody'].map(each => cell([words(each)]))
      )
    )
  ]
}

function part(title: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Block[] {
  return [
    { type: 'heading', level: 3, children: [words(title)] },
    rows.length > 0 ? table(header, rows) : paragraph('None.')
  ]
}

/** Blanks to write on by hand, by how many signs they are wide. */
const BLANKS: readonly (readonly [what: string, width: number])[] = [
  ['Remarks', 44],
  ['Name', 30],
  ['Signature', 24],
  ['Date', 15]
]

function signPart({ languages }: Sheet): Block[] {
  const rows = languages.map(each => [
    cell([strong(columnOf(each))]),
    cell([words(each.digest.slice(0, 16))]),
    ...BLANKS.map(([, width]) => cell([words('\u00A0'), BREAK, words('_'.repeat(width))]))
  ])
  const said =
    'I have read this paper in my language; it says what the other languages say, but for what I note here. The digest (SHA-256, its beginning) names the words that were read: it changes with them.'
  const header = ['Language', 'Digest', ...BLANKS.map(([what]) => what)]
  return [heading('4. Confirmation'), paragraph(said), table(header, rows)]
}

/** Words of the paper itself stand in no file. */
const OWN = 'concordance'

const BREAK: Inline = { type: 'break' }
const NOTHING: Inline = { type: 'emphasis', children: [words('says nothing here')] }

function words(text: string): Text {
  return { type: 'text', text, at: startOf(OWN), origins: [], language: undefined }
}

function strong(text: string): Inline {
  return { type: 'strong', children: [words(text)] }
}

function orElse(inlines: readonly Inline[], none: string): readonly Inline[] {
  return inlines.length > 0 ? inlines : [{ type: 'emphasis', children: [words(none)] }]
}

function lines(stretches: readonly (readonly Inline[])[]): Inline[] {
  return stretches.flatMap((each, index) => (index === 0 ? each : [BREAK, ...each]))
}

function paragraph(text: string): Block {
  return { type: 'paragraph', children: [words(text)] }
}

function heading(text: string): Block {
  return { type: 'heading', level: 2, children: [words(text)] }
}

function cell(children: readonly Inline[], align: Cell['align'] = 'left'): Cell {
  return { children, align }
}

/** Columns behind the first stand as told. */
function table(header: readonly string[], rows: readonly (readonly Cell[])[], align: Cell['align'] = 'left'): Table {
  return { type: 'table', header: header.map((each, index) => cell([words(each)], index === 0 ? 'left' : align)), rows }
}
