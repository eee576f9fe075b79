/** Damage that the check of types is there to find: each is told, in the file and the line where it was done. */
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { positionOf } from '../../src/source.ts'
import { some } from '../share.ts'
import { checked, shipped, told } from './checking.ts'
import { DAMAGE } from './damage.ts'

/** True for a finding in one of some lines of a file. */
function isIn({ span }: Diagnostic, name: string, first: number, last: number): boolean {
  if (span?.source.name !== name) return false
  const { line } = positionOf(span.source, span.start)
  return first <= line && line <= last
}

const rows = DAMAGE.map(([file, from, to, elsewhere]) => ({ file, from, to, elsewhere }))

test.each(some(rows, 8))('$file: $from → $to', ({ file, from, to, elsewhere }) => {
  const name = `templates/${file}`
  const text = shipped[name] ?? ''
  expect(text.split(from).length).toBeGreaterThan(1)
  const findings = checked({ ...shipped, [name]: text.replace(from, () => to) })
  if (elsewhere !== undefined) {
    expect(told(findings).map(each => each.split(' ')[0])).toContain(elsewhere)
    return
  }
  const first = text.slice(0, text.indexOf(from)).split('\n').length
  const last = first + to.split('\n').length - 1
  expect(
    findings.filter(each => isIn(each, name, first, last)),
    told(findings).join('\n')
  ).not.toEqual([])
})

test('there are enough of them to count', () => {
  expect(DAMAGE.length).toBeGreaterThan(65)
})
