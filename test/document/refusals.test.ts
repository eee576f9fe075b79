import { describe, expect, test } from 'vitest'
import { parse } from '../../src/document/parse.ts'
import { originOf } from '../../src/fact.ts'
import { FACTS, findings, piecesOf, read, refusals } from './pieces.ts'

describe('what is refused, and where', () => {
  test.each([
    ['The *Embassy', 'markup/literal @ 1:5'],
    ['The Embassy\nstates ** this', 'markup/literal @ 2:8'],
    ['a_b', 'markup/literal @ 1:2'],
    ['No. ____', 'markup/literal @ 1:5'],
    ['***a *b* c***', 'markup/literal @ 1:6'],
    ['use `code`', 'markup/literal @ 1:5', 'markup/literal @ 1:10'],
    ['a <b>bold</b>', 'markup/literal @ 1:3', 'markup/literal @ 1:10'],
    ['a [link](x)', 'markup/literal @ 1:8'],
    ['R&amp;D', 'markup/literal @ 1:2'],
    ['a\\b', 'markup/literal @ 1:2'],
    ['a \\ b', 'markup/literal @ 1:3'],
    ['the end\\', 'markup/literal @ 1:8'],
    ['a[^1]', 'markup/literal @ 1:2'],
    ['a^[never closed', 'markup/literal @ 1:2'],
    ['a^[b^[c]]', 'markup/literal @ 1:5'],
    ['> quoted', 'markup/literal @ 1:1'],
    ['a\n---', 'markup/literal @ 2:1'],
    ['a\n===', 'markup/literal @ 2:1']
  ])('signs that would be printed: %j', (template, ...expected) => {
    expect(refusals(template)).toEqual(expected)
  })

  test.each([
    ['14. May was the day.', 'markup/list-number @ 1:1'],
    ['2022. A year.\n2023. Another.', 'markup/list-number @ 1:1'],
    ['1. a\n2. b\n4. c', 'markup/list-number @ 1:1'],
    ['{n}. May was the day.', 'markup/list-number @ 1:1'],
    ['- a\n\n  {n}) b', 'markup/list-number @ 3:3'],
    ['See No.\n1. The Ministry', 'markup/list @ 2:1'],
    ['Asks:\n- a', 'markup/list @ 2:1'],
    ['    1. a', 'markup/list @ 1:5'],
    ['1. a\nb', 'markup/list @ 2:1'],
    ['- a\n  - b\n    - c\n      - d', 'markup/list @ 4:7'],
    ['- # a', 'markup/heading @ 1:1'],
    ['- a\n\n  | a |\n  |---|\n  | b |', 'markup/table @ 3:3']
  ])('lists that are none, and text that is one: %j', (template, ...expected) => {
    expect(refusals(template, { n: '14' })).toEqual(expected)
  })

  test.each([
    'In April\n2022. The Ministry',
    'It was\n{n}. The Ministry',
    '{d}. The Ministry',
    '{n}.5 metres',
    '1\\. May'
  ])('text that is no list: %j', template => {
    expect(refusals(template, { n: '14', d: '14 May' })).toEqual([])
  })

  test.each([
    ['| a | b |\n|---|---|\n| c |', 'markup/table @ 3:1'],
    ['| a | b |\n|---|---|\n| {v} | {v} | {v} |', 'markup/table @ 3:1'],
    ['| a | b |\n|---|---|\n| c | d |\nText', 'markup/table @ 4:1'],
    ['a | b\n---|---|---\nc | d', 'markup/table @ 2:1'],
    ['| a | b |', 'markup/table @ 1:1'],
    ['| a |\n|---|', 'markup/blank @ 1:1']
  ])('tables that do not come out: %j', (template, ...expected) => {
    expect(refusals(template)).toEqual(expected)
  })

  test.each([
    ['::: openning\na\n:::', 'markup/container @ 1:1'],
    ['::: {v}\na\n:::', 'markup/container @ 1:1'],
    ['x\n\n ::: opening\na', 'markup/container @ 3:2'],
    ['x\n:::', 'markup/container @ 2:1'],
    ['::: opening\na\n::: closing\nb\n:::', 'markup/container @ 3:1'],
    ['::: seal\nL.S.\n:::', 'markup/container @ 1:1'],
    ['::: enclosures\n:::', 'markup/blank @ 1:1']
  ])('containers: %j', (template, ...expected) => {
    expect(refusals(template)).toEqual(expected)
  })

  test('the nearest container is named', () => {
    expect(() => read('::: openning\na\n:::')).toThrowError('there is no container `openning`')
    expect(refusals('::: opening\na\n:::')).toEqual([])
  })

  test.each([
    ['#### a', 'markup/heading @ 1:1'],
    ['#Annex', 'markup/heading @ 1:1'],
    ['# {e}', 'markup/blank @ 1:3', 'markup/blank @ 1:1'],
    ['#', 'markup/blank @ 1:1']
  ])('headings: %j', (template, ...expected) => {
    expect(refusals(template, { e: '' })).toEqual(expected)
  })

  test.each([
    ['{e}', 'markup/blank @ 1:1'],
    ['a\n\n**{e}** {e}', 'markup/blank @ 3:3'],
    ['1. {e}', 'markup/blank @ 1:4'],
    ['1.\n2. a', 'markup/blank @ 1:1'],
    ['| a |\n|---|\n| {e} |', 'markup/blank @ 3:3'],
    ['a^[{e}]', 'markup/blank @ 1:2']
  ])('blanks: %j', (template, ...expected) => {
    expect(refusals(template, { e: '' })).toEqual(expected)
  })

  test.each([
    ['a {e} b', 'markup/spacing @ 1:2'],
    ['a\n{e}\nb', 'markup/spacing @ 1:2'],
    ['a  b', 'markup/spacing @ 1:2'],
    ['on 5 May {e}, the', 'markup/spacing @ 1:9'],
    ['a ({e}) b', 'markup/spacing @ 1:3'],
    ['first, {e}, second', 'markup/spacing @ 1:7'],
    ['first,{e}, second', 'markup/spacing @ 1:6'],
    ['{e} begins', 'markup/spacing @ 1:4'],
    ['ends {e}', 'markup/spacing @ 1:5'],
    ['{sp} b', 'markup/spacing @ 1:1'],
    ['Fine.\n\nsecond {e} here', 'markup/spacing @ 3:7'],
    ['| a |\n|---|\n| b {e} c |', 'markup/spacing @ 3:4'],
    ['a^[b {e} c]', 'markup/spacing @ 1:5']
  ])('spaces and stops that a merge leaves behind: %j', (template, ...expected) => {
    expect(refusals(template, { e: '', sp: 'a ' })).toEqual(expected)
  })

  test.each([
    ['of the firm {comma}.', 'there are two punctuation marks in a row', 'of the firm Acme,.', 'end', '/comma'],
    ['of {comma}, too', 'there are two punctuation marks in a row', 'of Acme,, too', 'end', '/comma'],
    ['of {comma}{comma2}', 'there are two punctuation marks in a row', 'of Acme,,b', 'end', '/comma'],
    ['of {comma2}', 'there is a space before a punctuation mark', 'of ,b', 'begin', '/comma2'],
    ['see,{comma2}', 'there are two punctuation marks in a row', 'see,,b', 'begin', '/comma2'],
    ['of {open} b', 'there is a space after an opening bracket', 'of a ( b', 'end', '/open'],
    ['of {dot}', 'there is a space before a punctuation mark', 'of .NET', 'begin', '/dot'],
    ['of {@long}, as', 'there are two punctuation marks in a row', 'of the Firm,, as', 'end', '/long'],
    [
      'x {@brief}, and {@brief}, as',
      'there are two punctuation marks in a row',
      'x the Firm,, and the Fir',
      'end',
      '/brief'
    ],
    ['of {@~brief}, as', 'there are two punctuation marks in a row', 'of the Firm,, as', 'end', '/brief']
  ])('what a value brings about is told of its record: %j', (template, says, shown, end, pointer) => {
    const values = {
      ...{ comma: 'Acme,', comma2: ',b', open: 'a (', dot: '.NET' },
      ...{ long: 'the Firm,', brief: 'the Firm of Acme|the Firm,' }
    }
    const [finding] = findings(() => read(template, values))
    expect(finding).toMatchObject({ origin: originOf('register', pointer), rule: 'markup/spacing' })
    expect(finding?.message.startsWith(`${says} where this value meets`)).toBe(true)
    expect(finding?.message).toContain(`${shown}\``)
    expect(finding?.hints[0]).toContain(`${end} it without `)
  })

  test('what the template or its list puts around a value is told of the template', () => {
    const [item, comma] = [...piecesOf('{{#list x}}'), ...piecesOf('{{#list x}}')]
    expect(item && comma).toBeDefined()
    const source = { name: 'templates/en/test.hbs', text: '{{#list x}}{{y}},{{/list}}' }
    const origins = [originOf('register', '/x')]
    const value = { type: 'value' as const, text: 'y', at: { source, start: 11, end: 16 }, origins }
    const mark = { type: 'text' as const, text: ',', at: { source, start: 16, end: 17 } }
    const separator = { type: 'value' as const, text: ', ', at: { source, start: 0, end: 11 }, origins }
    const [finding] = findings(() => parse([value, mark, separator, value], FACTS))
    expect(finding).toMatchObject({ rule: 'markup/spacing', span: { start: 16 } })
    expect(finding?.origin).toBeUndefined()
  })

  test('a value that ends with a stop of its own is no collision; an ellipsis or two stops of the template are', () => {
    const co = { co: 'Acme Co.', so: 'so...', firm: 'the Firm of Acme|the Firm Co.' }
    expect(refusals('of {co}.\n\nso *{co}*. And {@firm}, {@firm}.', co)).toEqual([])
    expect(refusals('of {co}..', co)).toEqual([])
    expect(refusals('of {@!firm}, and', { firm: 'the Firm|the Firm,' })).toEqual([])
    expect(refusals('It is so.. And', co)).toEqual(['markup/spacing @ 1:9'])
  })

  test('spacing inside one value is the record’s affair, an ellipsis is one sign, a no-break space may stand before a stop', () => {
    expect(refusals('He said {v} and ... so on .... Vraiment\u00a0? Oui ...', { v: 'well ,  then..' })).toEqual([])
  })

  test('characters that cannot be printed, and the sentinel', () => {
    expect(refusals('a\uE000b')).toEqual(['markup/character @ 1:2'])
    expect(refusals('a\n\u0007b\u2028')).toEqual(['markup/character @ 2:1', 'markup/character @ 2:3'])
    expect(refusals('tabs\tand\r\nline ends')).toEqual([])
  })

  test('all findings at once, each once', () => {
    const [text] = piecesOf('a *b\n\n- c *d\n\n')
    if (!text) throw new Error('no piece')
    expect(() => parse([text, text], FACTS)).toThrowError(/^markup\/literal: [^\n]*\nmarkup\/literal: [^\n]*$/)
  })
})

describe('line ends that only the merge made', () => {
  /** A template in which `{if}` printed nothing, as an `{{#if}}` on a line of its own with another block beside it does. */
  function without(template: string): ReturnType<typeof piecesOf> {
    return piecesOf(template).filter(piece => piece.type === 'text')
  }

  test('a line that comes out blank may not part a paragraph', () => {
    expect(() => parse(without('The Ministry\n{if}\nexpects'), FACTS)).toThrowError(/^markup\/blank-line/)
  })

  test('where the template has a blank line too, or a container begins, nothing is torn', () => {
    expect(parse(without('One\n\n{if}\n\ntwo'), FACTS).blocks).toHaveLength(2)
    expect(parse(without('::: opening\n{if}\nOne\n{if}\n:::\n{if}\ntwo'), FACTS).blocks).toHaveLength(2)
  })
})
