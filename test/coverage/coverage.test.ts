import { describe, expect, test } from 'vitest'
import { gapsOf, percent, shareOf, type TextCoverage } from '../../src/coverage/coverage.ts'
import { coverageHtml } from '../../src/coverage/html.ts'
import { coverageLcov } from '../../src/coverage/lcov.ts'
import { coverageTable } from '../../src/coverage/table.ts'
import { positionOf } from '../../src/source.ts'
import { checkFiles, STARTER } from '../check/workspace.ts'

const LETTERHEAD = 'templates/en/partials/letterhead.hbs'

/** What the starter's note reaches of a letterhead. */
function covered(text: string, more: Readonly<Record<string, string>> = {}): readonly TextCoverage[] {
  const files = { ...STARTER, [LETTERHEAD]: `::: letterhead\na ${text}\n:::\n`, ...more }
  const { coverage } = checkFiles(files, { measure: true })
  if (!coverage) throw new Error('nothing was measured')
  return coverage
}

function gaps(text: string, more: Readonly<Record<string, string>> = {}): string[] {
  return gapsOf(covered(text, more)).map(({ at, says }) => `${positionOf(at.source, at.start).column} ${says}`)
}

describe('gaps, in words', () => {
  test.each([
    ['{{#if condemn}}x{{/if}}', ['3 no fixture where `condemn` is true']],
    ['{{#if reserveRights}}x{{/if}}', ['3 no fixture where `reserveRights` is false']],
    ['{{#unless condemn}}x{{else}}y{{/unless}}', ['3 no fixture where `condemn` is true']],
    ['{{#if date}}x{{/if}}', ['3 no fixture where `date` is not null']],
    ['{{#with supersedes}}x{{else}}y{{/with}}', ['3 no fixture where `supersedes` is not null']],
    ['{{#if (eq courtesy "full")}}x{{/if}}', ['3 no fixture where `courtesy` is `full`']],
    ['{{#if (ne courtesy "full")}}x{{/if}}', ['3 no fixture where `courtesy` is `full`']],
    [
      '{{#if (gt (length occasion) 1)}}x{{/if}}',
      ['3 no fixture where the number of items of `occasion` is greater than `1`']
    ],
    ['{{#if (and condemn date)}}x{{/if}}', ['3 no fixture where `condemn` is true and `date` is not null']],
    ['{{#unless (or condemn date)}}x{{/unless}}', ['3 no fixture where `condemn` is true or `date` is not null']],
    ['{{#if (not reserveRights)}}x{{/if}}', ['3 no fixture where `reserveRights` is false']],
    [
      '{{#if (some demands "code" "cease")}}x{{/if}}',
      ['3 no fixture where in some item of `demands` `code` is `cease`']
    ],
    [
      '{{#if (some inserts "after" "legal")}}x{{/if}}',
      ['3 no fixture where in some item of `inserts` `after` is `legal`']
    ],
    [
      '{{#each demands}}x{{/each}}',
      ['3 no fixture where `demands` is empty', '3 no fixture where `demands` has one item']
    ],
    ['{{#sentence}}x{{/sentence}}', []]
  ])('%s', (text, expected) => {
    expect(gaps(text)).toEqual(expected)
  })

  test('what stands in a branch that was never taken is no gap of its own, but counts', () => {
    const text = '{{#if condemn}}{{#if date}}x{{/if}}{{/if}}'
    expect(gaps(text)).toEqual(['3 no fixture where `condemn` is true'])
    expect(shareOf(covered(text))).toEqual({ taken: 2, all: 5 })
  })

  test('a partial that is not printed, and one that nothing asks for', () => {
    const more = { 'templates/en/partials/one.hbs': 'x\n', 'templates/en/partials/two.hbs': '{{#if date}}x{{/if}}\n' }
    expect(gaps('{{#if condemn}}{{> one}}{{/if}}', more)).toEqual([
      '3 no fixture where `condemn` is true',
      '1 no fixture where the partial `one` is printed',
      '1 no fixture where the partial `two`, which nothing asks for, is printed'
    ])
    expect(shareOf(covered('{{#if condemn}}{{> one}}{{/if}}', more))).toEqual({ taken: 2, all: 7 })
  })
})

test('a note that is refused counts as far as its records are resolved; a bad fixture does not', () => {
  const bad = (STARTER['note.yaml'] ?? '').replace(
    'courtesy: reduced',
    '# error: record/unknown-value: `courtesy`\ncourtesy: fulsome'
  )
  expect(shareOf(covered('x', { 'note.yaml': bad }))).toEqual({ taken: 0, all: 1 })
})

test('where there are fixtures, they alone count', () => {
  const files = { 'fixtures/a/fixture.yaml': 'verbale: 1\n', 'fixtures/a/note.yaml': STARTER['note.yaml'] ?? '' }
  const [only] = covered('x', files)
  expect(only?.entered).toBe(1)
})

test('a whole percent is never rounded up', () => {
  expect(percent({ taken: 999, all: 1000 })).toBe(99)
  expect(percent({ taken: 0, all: 0 })).toBe(100)
})

describe('as files', () => {
  const texts = covered('{{#if condemn}}<b>{{else}}y{{/if}}\n{{#if date}}{{#if number}}z{{/if}}{{/if}}')

  test('lcov tells a branch that was not taken from one of a block that was never reached', () => {
    expect(coverageLcov(texts)).toBe(
      [
        'TN:',
        `SF:${LETTERHEAD}`,
        'FN:1,partial letterhead',
        'FNDA:1,partial letterhead',
        'FNF:1',
        'FNH:1',
        ...['BRDA:2,0,0,0', 'BRDA:2,0,1,1', 'BRDA:3,1,0,0', 'BRDA:3,1,1,1', 'BRDA:3,2,0,-', 'BRDA:3,2,1,-'],
        'BRF:6',
        'BRH:2',
        ...['DA:1,1', 'DA:2,1', 'DA:3,1', 'DA:4,1'],
        'LF:4',
        'LH:4',
        'end_of_record',
        ''
      ].join('\n')
    )
  })

  test('the page holds the text of the template, and no markup of its own comes from it', () => {
    const page = coverageHtml(texts)
    expect(page).not.toContain('<b>')
    expect(page).toContain('&lt;b&gt;')
    expect(page).toContain('<code>condemn</code> is true')
    expect(page).not.toMatch(/https?:/)
    expect(page).not.toContain('<script')
    // every gap is a link to its condition, and back
    const ids = [...page.matchAll(/id="(f0g\d+)"/g)].map(match => match[1])
    expect(ids).toEqual(['f0g0', 'f0g1'])
    for (const id of ids) {
      expect(page).toContain(`href="#${id}t"`)
      expect(page).toContain(`id="${id}t" href="#${id}"`)
    }
    const text = page.replace(/^[\s\S]*<pre[^>]*>|<\/pre>[\s\S]*$/g, '').replace(/<span class="l">/g, '\n')
    expect(
      text
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .trim()
    ).toBe('::: letterhead\na {{#if condemn}}<b>{{else}}y{{/if}}\n{{#if date}}{{#if number}}z{{/if}}{{/if}}\n:::')
  })

  test('the table names the files with gaps, and all of them', () => {
    expect(coverageTable(texts).split('\n').slice(0, 2)).toEqual([
      `${LETTERHEAD}       3/7 branches   42 %`,
      `${'all 1 files'.padEnd(LETTERHEAD.length)}       3/7 branches   42 %`
    ])
    expect(coverageTable([])).toMatch(/^no templates of its own/)
  })
})

test('is measured where it is asked for, or `verbale.yaml` asks for a share', () => {
  expect(checkFiles(STARTER).coverage).toBeNull()
  const settings = 'verbale: 1\ngates: { coverage: 90 }\n'
  expect(checkFiles({ ...STARTER, 'verbale.yaml': settings }).coverage).not.toBeNull()
})
