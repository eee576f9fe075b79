/** The statements of a note in; the note set to be read, as HTML in which every value leads to its evidence, out. */
import { whereOf } from '../phrasing.ts'
import { type ExplanationRow, keysOf, rowsOf, statementsByName } from '../rows.ts'
import type { Explanation, Statement, StatementSpan } from '../schema.ts'
import { escaped, fragmentOf } from './escape.ts'

/** Statements that are one paragraph, heading, list item or table. */
type Block = readonly [Statement, ...Statement[]]

/** The whole note; `page` is where the last block ended. */
export function noteHtml(explanation: Explanation): string {
  let page = 1
  return listed(
    blocksOf(explanation.statements).map(block => {
      const [first] = block
      const turn = turnTo(first, page)
      page = block.at(-1)?.to.page ?? page
      return { isItem: first.block.level > 0 && first.type !== 'heading', html: turn + blockHtml(block, explanation) }
    })
  )
}

function blocksOf(statements: readonly Statement[]): Block[] {
  const blocks: [Statement, ...Statement[]][] = []
  for (const each of statements) {
    const last = blocks.at(-1)
    if (last && last[0].block.number === each.block.number) last.push(each)
    else blocks.push([each])
  }
  return blocks
}

/** Items that follow each other are one list. */
function listed(blocks: readonly { readonly isItem: boolean; readonly html: string }[]): string {
  const parts = blocks.map(({ isItem, html }, index) => {
    const opens = isItem && !blocks[index - 1]?.isItem ? '<div role="list">' : ''
    const closes = isItem && !blocks[index + 1]?.isItem ? '</div>' : ''
    return `${opens}${html}${closes}\n`
  })
  return parts.join('')
}

/** The mark of a page that begins before a statement. */
function turnTo({ from }: Statement, page: number): string {
  return from.page > page ? turnMark(from.page) : ''
}

function turnMark(page: number): string {
  return `<span class="turn"><span>page ${page}</span></span>`
}

function blockHtml(block: Block, explanation: Explanation): string {
  const [first] = block
  if (first.type === 'cell') return tableHtml(block, explanation)
  const classes = ['block', first.type, first.part ?? 'body'].map(escaped).join(' ')
  // a page that begins between two sentences of a paragraph is marked there
  const sentences = block.map((each, index) => {
    return turnTo(each, block[index - 1]?.to.page ?? each.from.page) + statementHtml(each, explanation)
  })
  const inner = sentences.join('')
  if (first.type === 'heading')
    return `<h${first.block.level + 1} class="${classes}">${inner}</h${first.block.level + 1}>`
  const { label, level } = first.block
  if (level === 0) return `<p class="${classes}" dir="auto">${inner}</p>`
  const mark = label === null ? '' : `<span class="mark">${escaped(label)}</span> `
  return `<div role="listitem" class="${classes} item level-${Math.min(level, 4)}" dir="auto">${mark}${inner}</div>`
}

function tableHtml(block: Block, explanation: Explanation): string {
  const width = block.reduce((most, each) => Math.max(most, each.block.column ?? 0), 0) + 1
  const height = (block.at(-1)?.block.row ?? 0) + 1
  const cells = new Map(block.map(each => [`${each.block.row} ${each.block.column}`, each]))
  const [head = '', ...body] = Array.from({ length: height }, (_, row) => {
    const inner = Array.from({ length: width }, (__, column) => {
      const cell = cells.get(`${row} ${column}`)
      const text = cell ? statementHtml(cell, explanation) : ''
      return row === 0 ? `<th scope="col">${text}</th>` : `<td dir="auto">${text}</td>`
    })
    return `<tr>${inner.join('')}</tr>`
  })
  return `<div class="scroll"><table><thead>${head}</thead><tbody>${body.join('\n')}</tbody></table></div>`
}

function statementHtml(statement: Statement, explanation: Explanation): string {
  const { number, names, spans, unsourced } = statement
  const firsts = names.filter(name => statementsByName(explanation).get(name) === statement)
  const anchors = firsts.map(name => `<span id="${fragmentOf(name)}"></span>`).join('')
  const rows = rowsOf(statement, explanation)
  let at = 0
  const inner = spans.map((span, index) => {
    const from = at
    at += span.text.length
    const row = rows.findIndex(each => each.spans.includes(index))
    return spanHtml(span, { statement, from, row: rows[row] ?? null, index: row, explanation })
  })
  const label = `Statement ${number}, ${whereOf(statement)}`
  const link = `<a class="number" id="s${number}" href="#e${number}" data-statement="${number}" aria-label="${escaped(label)}" aria-describedby="e${number}-about">${number}</a>`
  const classes = unsourced ? 'statement unsourced-statement' : 'statement'
  return `<span class="${classes}" data-statement="${number}">${anchors}${link}${inner.join('')}</span>`
}

/** Where a span stands, and the row of evidence that it belongs to. */
interface SpanPlace {
  readonly statement: Statement
  /** Its offset in the statement. */
  readonly from: number
  readonly row: ExplanationRow | null
  readonly index: number
  readonly explanation: Explanation
}

function spanHtml(span: StatementSpan, place: SpanPlace): string {
  const { statement, row, index } = place
  const text = textHtml(span, place)
  const printed = escaped(`${span.printed.file}:${span.printed.line}`)
  if (row === null) return `<span class="words" title="${printed}">${text}</span>`
  const id = `e${statement.number}-${index + 1}`
  const classes = classesOf(span, place.explanation).join(' ')
  const data = `data-statement="${statement.number}" data-row="${id}"`
  // blanks around the words of a phrase belong to no link
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return `${before}<a class="${classes}" href="#${id}" ${data} aria-describedby="${id}">${words}</a>${after}`
}

/** The text, with a mark where a page begins in it. */
function textHtml({ text }: StatementSpan, { statement, from }: SpanPlace): string {
  const turns = statement.turns.filter(({ at }) => at >= from && at < from + text.length)
  let [made, at] = ['', 0]
  for (const turn of turns) {
    made += escaped(text.slice(at, turn.at - from)) + turnMark(turn.page)
    at = turn.at - from
  }
  return (made + escaped(text.slice(at))).replaceAll('\n', '<br>')
}

function classesOf(span: StatementSpan, explanation: Explanation): string[] {
  const [first] = keysOf(span, explanation).flatMap(key => explanation.records[key] ?? [])
  const basis = span.type === 'value' || span.type === 'name' ? (first?.basis ?? 'fact') : span.type
  const restricted = first?.restricted ? ['restricted'] : []
  return ['value', basis, ...restricted, ...(span.unsourced ? ['unsourced'] : [])]
}
