/** What holds for the explanation of every note. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document, Inline, Text } from '../../src/document/document.ts'
import { inlinesOf, leafBlocks } from '../../src/document/walk.ts'
import { explain } from '../../src/explain/explain.ts'
import { keysOf, rowsOf } from '../../src/explain/rows.ts'
import { valueAt } from '../../src/records/checks/parts.ts'
import type { Json } from '../../src/value.ts'
import { goodCase, SEED } from '../generator.ts'
import { times } from '../share.ts'
import { preparedCase } from './explained.ts'

/** The leaves of a document as they are read, a line feed for a line that ends, and of footnotes behind their block. */
function readOf(document: Document): (Text | '\n')[] {
  const below: Inline[][] = []
  const flat = (inline: Inline): (Text | '\n')[] => {
    if (inline.type === 'text') return [inline]
    if (inline.type === 'break') return ['\n']
    if (inline.type === 'footnote') below.push([...inline.children])
    return inline.type === 'emphasis' || inline.type === 'strong' ? inline.children.flatMap(flat) : []
  }
  const blocks = [...leafBlocks(document.blocks)].flatMap(({ block }) => inlinesOf(block))
  return [
    ...document.labels,
    ...blocks.flatMap(each => [...each.flatMap(flat), ...below.splice(0).flatMap(one => one.flatMap(flat))])
  ]
}

test('statements are the document, values stand in one each, and every origin is a record that is there', () => {
  let [values, concluded] = [0, 0]
  const missing = new Set<string>()
  fc.assert(
    fc.property(goodCase, each => {
      const prepared = preparedCase(each)
      const explanation = explain(prepared, { file: 'note.json', from: 'request', restricted: true })
      const read = readOf(prepared.stages.document())
      const text = read.map(one => (one === '\n' ? one : one.text)).join('')
      expect(explanation.statements.map(one => one.text).join('')).toBe(text)

      const leaves = read.filter(one => one !== '\n').filter(one => one.origins.length > 0)
      const spans = explanation.statements
        .flatMap(one => one.spans)
        .filter(one => one.origins.length > 0 || one.collection !== null)
      expect(spans.map(one => one.text.replace(/\n$/, ''))).toEqual(leaves.map(one => one.text))
      values += spans.length

      const { register, request, profile, law } = prepared.records
      const files: Record<string, unknown> = { register, note: request, profile, law }
      for (const one of explanation.statements)
        for (const span of one.spans) {
          const named = keysOf(span, explanation)
          const there = named.filter(key => {
            const { file, pointer } = explanation.records[key] ?? { file: 'none', pointer: '' }
            return valueAt(files[file] as Json, ...pointer.split('/').slice(1)) !== undefined
          })
          // What joins a list comes from all that was considered for it: the request need not hold all of that.
          const wanted = span.type === 'joint' ? Math.min(1, named.length) : named.length
          if (there.length < wanted) missing.add(`${span.text}: ${named.join(' ')}`)
          for (const place of span.because) expect(explanation.decisions[place]).toBeDefined()
          if (span.formula !== null) expect(explanation.formulas[span.formula]).toBeDefined()
        }
      for (const decision of Object.values(explanation.decisions)) {
        if (decision.rule !== null) concluded++
        for (const key of decision.origins) expect(explanation.records[key]).toBeDefined()
      }
      for (const { evidence } of Object.values(explanation.records))
        for (const { source } of evidence) expect(explanation.sources[source]).toBeDefined()
      for (const one of explanation.statements)
        expect(rowsOf(one, explanation).flatMap(row => row.records.first).length).toBeGreaterThanOrEqual(
          one.spans.filter(span => span.type === 'value').length
        )
    }),
    { seed: SEED, numRuns: times(25, 5), endOnFailure: true }
  )
  expect([...missing]).toEqual([])
  expect(values).toBeGreaterThan(times(1000, 5))
  expect(concluded).toBeGreaterThan(times(30, 5))
}, 120_000)
