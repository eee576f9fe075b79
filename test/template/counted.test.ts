import { describe, expect, test } from 'vitest'
import { positionOf } from '../../src/source.ts'
import { filled, mergeData, open } from './merging.ts'

describe('a place in a list', () => {
  const data = { places: ['north', 'south'] }

  test('is counted from 1 by `@number`, from 0 by `@index`', () => {
    expect(filled('{{#each places}}{{@number}}/{{@index}} {{this}} {{/each}}', data)).toBe('1/0 north 2/1 south ')
    expect(filled('{{#list places}}{{@number}}{{/list}}', data)).toBe('1 and 2')
  })
})

test('a blank line after a tag on a line of its own is found at that blank line', () => {
  const template = open('{{#if here}}\nyes\n{{/if}}\n\n{{#if here}}\nno\n{{/if}}\n')
  const texts = mergeData(template, { here: true }).pieces
  expect(
    texts.map(piece => [piece.type === 'text' ? piece.text : '', positionOf(piece.at.source, piece.at.start)])
  ).toEqual([
    ['yes\n', { line: 2, column: 1 }],
    ['\n', { line: 4, column: 1 }],
    ['no\n', { line: 6, column: 1 }]
  ])
})
