/** The statements of a note in; for each a card with what stands behind it, as HTML, out. */
import {
  basisText,
  confirmedText,
  counted,
  fieldName,
  paraphraseText,
  placeText,
  reasonText,
  recordName,
  sourceText,
  whereOf
} from '../phrasing.ts'
import { becauseOf, type ExplanationRow, type Few, type ReasonRow, rowsOf, wordsOf } from '../rows.ts'
import type { Explanation, RecordEntry, Statement } from '../schema.ts'
import { escaped, fragmentOf, linked } from './escape.ts'

/** Letters of a statement that its card is headed with. */
const HEADING = 90

export function evidenceHtml(explanation: Explanation): string {
  return explanation.statements.map(each => cardHtml(each, explanation)).join('\n')
}

function cardHtml(statement: Statement, explanation: Explanation): string {
  const { number } = statement
  const rows = rowsOf(statement, explanation)
  const text = statement.text.replace(/\s+/g, ' ').trim()
  const letters = [...text]
  const heading = letters.length > HEADING ? `${letters.slice(0, HEADING).join('')}…` : text
  const said = new Set(statement.concluded.map(each => explanation.decisions[each]?.says ?? ''))
  const words = wordsOf(statement, explanation)
  const between = words.length === 0 ? '' : `<p class="between">Other words: ${words.map(code).join(', ')}</p>`
  return `<details class="card" id="e${number}" data-statement="${number}">
<summary><span class="no">${number}</span> <span class="where">${escaped(whereOf(statement))}</span> <span class="says">${escaped(heading)}</span></summary>
<p class="about" id="e${number}-about">${escaped(aboutText(statement, rows))}</p>
${namesHtml(statement)}${becauseOf(statement.concluded, explanation)
  .map(each => concludedHtml(each, explanation))
  .join('')}${rows.map((row, index) => rowHtml(row, `e${number}-${index + 1}`, explanation, said)).join('\n')}
${between}
</details>`
}

/** A click on a name marks all of it, to be copied; the sign beside it leads to the first statement that has it. */
function namesHtml({ names }: Statement): string {
  const items = names.map(
    each => `${code(each)} <a href="#${fragmentOf(each)}" aria-label="Link to ${escaped(each)}">#</a>`
  )
  return items.length === 0 ? '' : `<p class="names">${items.join(' ')}</p>\n`
}

/** What a screen reader is told of a statement before its values. */
function aboutText({ concluded }: Statement, rows: readonly ExplanationRow[]): string {
  const without = rows.filter(each => each.unsourced).length
  const parts = [
    rows.length === 0 ? 'The words of the template alone.' : `${counted(rows.length, 'part')} with evidence.`,
    concluded.length === 0 ? '' : 'Concluded by rule.',
    without === 0 ? '' : `${without} without a source.`
  ]
  return parts.filter(each => each !== '').join(' ')
}

function concludedHtml({ decision, records }: ReasonRow, explanation: Explanation): string {
  const rule = decision.rule === null ? '' : `<b>${escaped(decision.rule)}</b> `
  return `<div class="concluded"><p>${rule}${escaped(decision.says)}</p>${recordList(records, explanation, false)}</div>\n`
}

/** `said` are the conclusions that the head of its card tells. */
function rowHtml(row: ExplanationRow, id: string, explanation: Explanation, said: ReadonlySet<string>): string {
  const { text, printed, formula, records, because, type } = row
  const reasons = because.map(({ decision, records: from }) => {
    const isEvidenced = from.first.some(each => each.basis !== 'choice')
    const list = recordList(from, explanation, isEvidenced)
    return `<div class="reason"><p>Because: ${escaped(reasonText(decision, said))}</p>${list}</div>`
  })
  const blank = type === 'blank' ? '<p>Room to write by hand.</p>' : ''
  return `<div class="row${row.unsourced ? ' unsourced' : ''}" id="${id}">
<p class="quoted" lang="${escaped(explanation.note.language)}" dir="auto">${escaped(text)}</p>
${row.unsourced ? '<p class="alarm">No source carries this.</p>' : ''}${blank}${recordList(records, explanation, true)}${reasons.join('')}${phraseHtml(formula, explanation)}
<p class="printed">Printed by ${code(`${printed.file}:${printed.line}`)}</p>
</div>`
}

function phraseHtml(formula: string | null, { formulas }: Explanation): string {
  const phrase = formula === null ? undefined : formulas[formula]
  if (formula === null || !phrase) return ''
  return `<p class="phrase">Set phrase ${code(formula)}, ${escaped(confirmedText(phrase.confirmed))}</p>`
}

/** Records one below the other; with their evidence, each piece of it once. */
function recordList({ first, more }: Few, explanation: Explanation, evidenced: boolean): string {
  if (first.length === 0) return ''
  const shown = new Set<string>()
  const items = first.map(record => {
    const key = `${record.id} ${record.evidenceOf}`
    const again = shown.has(key)
    shown.add(key)
    return `<li>${recordHtml(record)}${evidenced && !again ? proofsHtml(record, explanation) : ''}</li>`
  })
  const rest = more === 0 ? '' : `<li><p class="record">and ${more} more</p></li>`
  return `<ul class="records">${items.join('')}${rest}</ul>`
}

function recordHtml(record: RecordEntry): string {
  const { place, recorded, restricted } = record
  const field = fieldName(record)
  const where = place === null ? '' : ` <span class="place">${escaped(placeText(place))}</span>`
  const hidden = restricted ? ': <b>restricted</b>' : ''
  const said = recorded === null ? hidden : `: <span class="recorded"><bdi>${escaped(recorded)}</bdi></span>`
  return `<p class="record"><span class="name">${escaped(recordName(record))}</span>${field === '' ? '' : ` ${code(field)}`}${said}${where}</p>`
}

function proofsHtml(record: RecordEntry, { sources }: Explanation): string {
  const basis = basisText(record)
  if (basis !== null) return `<p class="basis">${escaped(basis)}</p>`
  const proofs = record.evidence.map(({ source, quote, note }) => {
    const entry = sources[source]
    if (!entry) throw new Error(`the source ${source} is not in the explanation`)
    const said = quote
      ? `<blockquote lang="${escaped(quote.lang)}" dir="auto">“${escaped(quote.text)}”</blockquote>`
      : `<p class="paraphrase">${escaped(paraphraseText(record))}; no quotation is recorded</p>`
    const remark = note === null ? '' : `<p class="remark"><bdi>${escaped(note)}</bdi></p>`
    const url = entry.url === null ? '' : `<br>${linked(entry.url)}`
    return `<li>${said}<p class="source"><bdi>${escaped(sourceText(entry))}</bdi>, ${code(entry.language)}${url}</p>${remark}</li>`
  })
  return `<ul class="proofs">${proofs.join('')}</ul>`
}

function code(text: string): string {
  return `<code>${escaped(text)}</code>`
}
