/** Shipped templates, damaged at random: whatever is wrong with one is told in an author's words, at a place in the source. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { times } from '../share.ts'
import { diagnosticsOf, open } from './merging.ts'

const folder = join(import.meta.dirname, '../../templates/en')
const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .filter(text => text.includes('{{'))
  .sort()

/** Names of Handlebars' grammar, which no author knows. */
const GRAMMAR =
  /OPEN_|CLOSE|\bEOF\b|\bID\b|\bSEP\b|\bDATA\b|\bEQUALS\b|\bCONTENT\b|\bCOMMENT\b|\bSTRING\b|\bNUMBER\b|\bBOOLEAN\b|\bUNDEFINED\b|\bINVALID\b|Parse error|Lexical error|Expecting|\bundefined\b/g

/** Signs that mean something in a tag, and words that do. */
const SCRAPS = [
  '{', '}', '{{', '}}', '{{{', '}}}', '{{{{', '(', ')', '|', '=', '"', "'", '~', '#', '/', '^', '>', '&', '*', '!', '@', '.', '..', '../',
  '[', ']', '\\', ' ', '\n', '{{else}}', '{{/if}}', '{{#if', '{{/each}}', '{{> ', '{{#> p}}', '{{#*inline "x"}}', '{{!--', '--}}', 'as |x|', 'undefined', 'null', '1', 'é', '\u2028', '\u{1F600}'
] // biome-ignore format: one table

/** The names of grammar in a message that do not stand in the template itself. */
function grammarIn(said: string, text: string): readonly string[] {
  return [...said.matchAll(GRAMMAR)].map(match => match[0]).filter(word => !text.includes(word))
}

interface Blow {
  readonly at: number
  readonly length: number
  readonly scrap: string
}

const blow: fc.Arbitrary<Blow> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 })),
  scrap: fc.oneof(fc.constant(''), fc.constantFrom(...SCRAPS), fc.string({ maxLength: 2 }))
})

/** Blows fall on tags: what stands between them breaks nothing. */
function struck(text: string, { at, length, scrap }: Blow): string {
  const signs = [...text.matchAll(/\{\{[\s\S]*?\}\}/g)].flatMap(match =>
    Array.from({ length: match[0].length }, (_, index) => match.index + index)
  )
  const start = signs[Math.min(signs.length - 1, Math.floor(at * signs.length))] ?? 0
  return text.slice(0, start) + scrap + text.slice(start + length)
}

test('every finding has a place in the source and the words of an author', () => {
  let refused = 0
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(blow, { minLength: 1, maxLength: 3 }), (text, blows) => {
      const damaged = blows.reduce(struck, text)
      const findings = diagnosticsOf(() => open(damaged))
      if (findings.some(each => each.rule === 'template/syntax')) refused++
      for (const { span, message, hints } of findings) {
        expect(span && 0 <= span.start && span.start <= span.end && span.end <= damaged.length).toBe(true)
        expect(grammarIn([message, ...hints].join('\n'), damaged)).toEqual([])
        expect(message).not.toMatch(/^[A-Z]|\.$/)
      }
    }),
    { seed: 20251114, numRuns: times(3000) }
  )
  expect(refused).toBeGreaterThan(times(1000))
}, 60_000)
