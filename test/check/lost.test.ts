import { describe, expect, test } from 'vitest'
import { lostLeaves } from '../../src/check/lost.ts'
import type { Piece } from '../../src/template/piece.ts'

const tree = [
  'blocks:',
  '  - paragraph:',
  '    - text "The Ministry"  # templates/en/a.hbs:1 register#/parties/mfa/names/en',
  '    - text " recalls  that"  # templates/en/a.hbs:2',
  '    - text "It said \\"no\\"."  # templates/en/b.hbs:7',
  '    - text " "  # templates/en/b.hbs:8'
].join('\n')

const at = (name: string) => ({ source: { name, text: '' }, start: 0, end: 0 })
const text = (name: string, words: string): Piece => ({ type: 'text', text: words, at: at(name) })

const lostLines = (printed: readonly Piece[]) => lostLeaves(tree, printed).map(({ name, line }) => `${name}:${line}`)

describe('lostLeaves', () => {
  test('names the lines whose words are not printed any more, blanks apart', () => {
    expect(lostLines([])).toEqual(['templates/en/a.hbs:1', 'templates/en/a.hbs:2', 'templates/en/b.hbs:7'])
  })

  test('finds words in what a file prints, however it is parted, spaced and capitalised', () => {
    const pieces: Piece[] = [
      {
        type: 'mention',
        subject: 's',
        full: 'the ministry',
        short: null,
        form: 'auto',
        at: at('templates/en/a.hbs'),
        origins: []
      },
      text('templates/en/a.hbs', ' recalls\u00A0'),
      text('templates/en/a.hbs', 'that'),
      text('templates/en/b.hbs', 'it said "no".')
    ]
    expect(lostLines(pieces)).toEqual([])
  })

  test('does not take words of one file for those of another', () => {
    expect(lostLines([text('templates/en/a.hbs', 'the Ministry recalls that it said "no".')])).toEqual([
      'templates/en/b.hbs:7'
    ])
  })
})
