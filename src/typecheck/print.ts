/** What a mustache prints in; a finding for whatever it can be that is not printed as it is. */
import type { Span } from '../source.ts'
import type { Expression, Print } from '../template/syntax.ts'
import type { Value } from './environment.ts'
import { evaluate } from './expressions.ts'
import { nounOf, report, type Site, said } from './site.ts'
import { type Atom, atomsOf } from './type.ts'

/** Holds a printed value against what can be printed. */
export function checkPrint(site: Site, { at, value }: Print): void {
  const printed = evaluate(site, value)
  for (const each of atomsOf(printed.type)) checkAtom(site, each, value.at)
  if (value.type === 'call' && isWritten(site, value) && value.name !== 'blank') {
    const message = 'this prints nothing from the dossier'
    report(site, { rule: 'template/no-origin', message, span: at, hints: ['write it as text'] })
  }
}

/** True for what the template alone says. */
function isWritten(site: Site, value: Expression): boolean {
  if (value.type === 'literal') return true
  if (value.type === 'call') return value.args.every(each => isWritten(site, each))
  return isWrittenValue(evaluate(site, value))
}

function isWrittenValue({ type }: Value): boolean {
  const atoms = atomsOf(type)
  return atoms.length > 0 && atoms.every(each => 'written' in each && each.written !== null && each.written !== false)
}

function checkAtom(site: Site, each: Atom, span: Span): void {
  const what = said(span)
  if (each.type === 'null') {
    const hints = [`guard it: \`{{#if ${what}}}…{{/if}}\``]
    report(site, { rule: 'template/null', message: `\`${what}\` may be \`null\` here`, span, hints })
  } else if ('written' in each && each.written !== null && each.written !== false) {
    if (each.written === 'plain') return
    const message = 'a partial can print only text without escapes'
    report(site, { rule: 'template/unprintable', message, span })
  } else if (!isPrinted(each)) {
    const message = `\`${what}\` is ${nounOf(each)}, which cannot be printed as it is`
    report(site, { rule: 'template/unprintable', message, span, hints: hintsFor(each, what) })
  }
}

function isPrinted(each: Atom): boolean {
  return ['unknown', 'text', 'printed'].includes(each.type) || (each.type === 'number' && each.whole)
}

function hintsFor(each: Atom, what: string): string[] {
  switch (each.type) {
    case 'list':
      return [`print its items: \`{{#each ${what}}}\` or \`{{#list ${what}}}\``]
    case 'boolean':
      return [`test it: \`{{#if ${what}}}\``]
    case 'number':
      return [`print it with \`{{number ${what}}}\``]
    case 'code':
    case 'words':
      return [`ask it: \`{{#if (eq ${what} "…")}}\`, or choose set words by it: \`{{> (formula "group" ${what})}}\``]
    case 'object':
      if (each.kind !== null) return [`print it with \`{{${each.kind} ${what}}}\``]
      return each.fields.has('name') ? [`print its name with \`{{name ${what}}}\``] : []
    default:
      return []
  }
}
