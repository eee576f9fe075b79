/** A cell that the template prints in, its pieces out; whatever cannot be printed is a finding, never a blank. */
import type { Span } from '../source.ts'
import {
  bareOf,
  fieldOf,
  itemsOf,
  type Problem,
  placed,
  pointersOf,
  type TemplateValue,
  type ValuePart
} from './cell.ts'
import { isWording, wordingParts } from './helpers/wording.ts'
import { addPiece, type MergeRun, originsOf, report, settleFault } from './run.ts'
import { nounOf } from './shapes.ts'
import type { Print } from './syntax.ts'

/** Stands where a value is refused, so that the markup around it can still be read and found wrong. */
const STAND_IN = '…'

const NO_OPTIONS: ReadonlyMap<string, string> = new Map()

/** Prints a cell where a mustache stands. */
export function print(run: MergeRun, statement: Print, cell: TemplateValue): void {
  const { at } = statement
  const before = run.pieces.length
  printCell(run, statement, cell)
  if (run.pieces.length === before) addPiece(run, { type: 'value', text: STAND_IN, at, origins: [] })
}

function printCell(run: MergeRun, statement: Print, cell: TemplateValue): void {
  const { at, value } = statement
  if (cell.type === 'fault') settleFault(run, cell)
  else if (cell.type === 'widened') printCell(run, statement, cell.base)
  else if (cell.type === 'printed') for (const part of cell.parts) printPart(run, at, part)
  else if (cell.type === 'written') printWritten(run, value.at, cell.inner)
  else {
    const bare = bareOf(cell)
    const isPlain = (typeof bare === 'string' && bare !== '') || Number.isSafeInteger(bare)
    if (isPlain) printPart(run, at, { type: 'value', text: String(bare), from: pointersOf(cell) })
    else if (isWording(cell)) {
      printCell(run, statement, wordingParts(cell, { at, options: NO_OPTIONS, language: run.language }))
    } else report(run, unprintable(value.at, cell))
  }
}

/** Text that the template itself gave to a partial is template text, at the place where it was written. */
function printWritten(run: MergeRun, at: Span, inner: Span | null): void {
  if (inner) addPiece(run, { type: 'text', text: inner.source.text.slice(inner.start, inner.end), at: inner })
  else {
    const message = 'a partial can print only text without escapes'
    report(run, { rule: 'template/unprintable', message, span: at })
  }
}

function printPart(run: MergeRun, at: Span, part: ValuePart): void {
  if (part.from.length === 0 && !(part.type === 'value' && part.blank)) {
    const message = 'this prints nothing from the dossier'
    report(run, { rule: 'template/no-origin', message, span: at, hints: ['write it as text'] })
    return
  }
  const origins = originsOf(run, part.from)
  if (part.type === 'value') addPiece(run, { type: 'value', text: part.text, at, origins })
  else {
    const { subject, full, short, form } = part
    addPiece(run, { type: 'mention', subject, full, short, form, at, origins })
  }
}

/** Why a value cannot be printed, and what can be done. */
function unprintable(span: Span, cell: TemplateValue): Problem {
  const said = span.source.text.slice(span.start, span.end)
  const where = { span, ...placed(pointersOf(cell)) }
  const value = bareOf(cell)
  if (value === null) {
    const hints = [`guard it: \`{{#if ${said}}}…{{/if}}\``]
    return { ...where, rule: 'template/null', message: `\`${said}\` is \`null\` here`, hints }
  }
  if (value === '') return { ...where, rule: 'template/empty', message: `\`${said}\` is an empty text` }
  const message = `\`${said}\` is ${nounOf(cell)}, which cannot be printed as it is`
  return { ...where, rule: 'template/unprintable', message, hints: hintsFor(cell, said) }
}

function hintsFor(cell: TemplateValue, said: string): string[] {
  if (itemsOf(cell)) return [`print its items: \`{{#each ${said}}}\` or \`{{#list ${said}}}\``]
  const value = bareOf(cell)
  if (typeof value === 'boolean') return [`test it: \`{{#if ${said}}}\``]
  if (typeof value === 'number') return [`print it with \`{{number ${said}}}\``]
  const kind = fieldOf(cell, 'kind')
  if (kind) return [`print it with \`{{${bareOf(kind)} ${said}}}\``]
  return fieldOf(cell, 'name') ? [`print its name with \`{{name ${said}}}\``] : []
}
