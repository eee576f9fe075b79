/** A check merges each template of a note once, and prints its tree once: whoever looks at a note looks at the same data. */
import { expect, test, vi } from 'vitest'
import * as running from '../../src/template/run.ts'
import * as tree from '../../src/write/tree.ts'
import { changed, checkFiles, type Files, STARTER } from './workspace.ts'

test('a note is merged once, and compared with its goldens without reading back what it prints', () => {
  const fixture: Files = { ...STARTER, 'fixture.yaml': 'verbale: 1\ncompare: [description]\n' }
  const { wanted } = checkFiles(fixture)
  const goldens = Object.fromEntries(wanted.map(({ name, text }) => [name, text]))
  const request = changed(STARTER['note.yaml'], 'courtesy: reduced', 'courtesy: full')
  const [createRun, writeTree] = [vi.spyOn(running, 'createRun'), vi.spyOn(tree, 'writeTree')]
  const { findings } = checkFiles({ ...fixture, ...goldens, 'note.yaml': request }, { measure: true })
  const merged = createRun.mock.calls.map(([{ template }]) => template.main.title.replace(/^.*\//, '')).sort()
  const printed = writeTree.mock.calls.length
  vi.restoreAllMocks()
  expect(findings.flatMap(each => each.hints).join('\n')).toContain('decided by ')
  expect(printed).toBe(1)
  expect(findings.map(each => each.rule)).toContain('golden/different')
  expect(merged).toEqual([
    'labels.hbs',
    'protest-archival-title.hbs',
    'protest-subject.hbs',
    'protest.hbs',
    'title.hbs'
  ])
})
