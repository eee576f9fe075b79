/** What `explain` shows on a terminal and where it writes: nothing from a record can move a cursor. */
import { describe, expect, test } from 'vitest'
import { explainFormat, explanationLines } from '../../src/cli/commands/explain-format.ts'
import type { Explanation } from '../../src/explain/schema.ts'
import { explainedFixture } from '../explain/explained.ts'

const kyiv = explainedFixture('kyiv-embassy-2025')

/** The note with another publisher, and with other words in its third statement, of which no source is known. */
function changed(words: string): Explanation {
  const [source] = Object.values(kyiv.sources)
  if (!source) throw new Error('no source')
  const statements = kyiv.statements.map(each =>
    each.number === 3
      ? { ...each, text: words, spans: each.spans.map(span => ({ ...span, text: words, unsourced: true })) }
      : each
  )
  const sources = Object.fromEntries(Object.keys(kyiv.sources).map(id => [id, { ...source, publisher: words }]))
  return { ...kyiv, statements, sources, unsourced: [{ statement: 3, text: words, records: ['register#/x'] }] }
}

describe('on a terminal', () => {
  test('control characters of records are written out, and lines stay lines', () => {
    const text = explanationLines(changed('\u001B[2Jgone\r\n\u202Eback'), { colour: false })
    expect(text).not.toMatch(/[\u001B\r\u202E]/)
    expect(text).toContain('<U+001B>[2Jgone')
    expect(text.split('\n').length).toBe(explanationLines(changed('x'), { colour: false }).split('\n').length)
  })

  test('colours are around words, and only where they are wanted', () => {
    expect(explanationLines(changed('bare'), { colour: true })).toContain('\u001B[31m“bare”\u001B[0m')
    expect(explanationLines(changed('bare'), { colour: false })).toContain(
      'Without a source:\n  3  “bare” register#/x\n'
    )
  })

  test('evidence is said once in a statement', () => {
    const text = explanationLines(
      { ...kyiv, statements: kyiv.statements.filter(each => each.number === 7) },
      { colour: false }
    )
    expect(text.match(/News\.Az/g)).toHaveLength(1)
    expect(text).toContain('occurred/time: 01:00 fixtures/kyiv-embassy-2025/register.yaml:69:41; evidence as above')
  })
})

describe('the format', () => {
  test.each([
    [undefined, undefined, 'pretty'],
    [undefined, '-', 'pretty'],
    ['json', '-', 'json'],
    [undefined, 'a.html', 'html'],
    [undefined, 'a.HTM', 'html'],
    [undefined, 'a.json', 'json'],
    ['html', 'page', 'html']
  ] as const)('%s and %s make %s', (asked, output, expected) => {
    expect(explainFormat(asked, output)).toBe(expected)
  })

  test.each([
    [undefined, 'a.pdf', 'cannot tell the format from `.pdf`'],
    ['json', 'a.html', '--format json and -o a.html disagree']
  ] as const)('%s and %s are refused', (asked, output, message) => {
    expect(() => explainFormat(asked, output)).toThrow(message)
  })
})
