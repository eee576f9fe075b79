import { expect, test } from 'vitest'
import { unusedTemplates } from '../../src/check/unused.ts'
import { PROTEST } from '../../src/kinds/protest/protest.ts'
import { worldOf } from '../template/merging.ts'
import { told } from './checking.ts'

const names = ['protest', 'aide-memoire', 'title', 'labels', 'protest-subject', 'protest-archival-title']
const world = worldOf(Object.fromEntries(names.map(name => [`templates/en/${name}.hbs`, 'x'])))

test('a template of the house that no note names is told, and none that the program asks for', () => {
  expect(told(unusedTemplates(world, { language: 'en', own: names, named: ['protest'], kinds: [PROTEST] }))).toEqual([
    'aide-memoire.hbs:1:1 template/unused no note asks for the template `aide-memoire`'
  ])
  expect(
    unusedTemplates(world, { language: 'en', own: names, named: ['protest', 'aide-memoire'], kinds: [PROTEST] })
  ).toEqual([])
})

test('templates of the package are not told, nor any without notes', () => {
  expect(unusedTemplates(world, { language: 'en', own: [], named: ['protest'], kinds: [PROTEST] })).toEqual([])
  expect(unusedTemplates(world, { language: 'en', own: names, named: [], kinds: [PROTEST] })).toEqual([])
})
