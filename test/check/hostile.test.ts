/** Templates that are built to break the parser or the check: a located error each, soon, and never a stack that overflows. */
import { expect, test } from 'vitest'
import { partials } from '../template/merging.ts'
import { find } from './checking.ts'

const megabytes = (text: string) => text.repeat(Math.ceil(5_000_000 / text.length))
const list = (length: number, text: (index: number) => string) => Array.from({ length }, (_, index) => text(index))

const deep = /:1:\d+ template\/too-deep blocks or brackets are nested more than 60 deep$/
const many = /template\/too-large there are more than 20000 statements in this template$/
const long = /template\/too-large a tag holds more than 20000 characters, or is not closed$/

test.each<[string, string, RegExp]>([
  ['10,000 nested blocks', '{{#if condemn}}'.repeat(10_000) + '{{/if}}'.repeat(10_000), deep],
  ['10,000 blocks that are not closed', '{{#if condemn}}'.repeat(10_000), deep],
  ['10,000 blocks that are not open', '{{/if}}'.repeat(10_000), /template\/syntax `{{\/if}}` ends a block that is not open$/],
  ['a chain of 10,000', `{{#if condemn}}${'{{else if condemn}}x'.repeat(10_000)}{{/if}}`, deep],
  ['100,000 else', `{{#if condemn}}${'{{else}}'.repeat(100_000)}{{/if}}`, many],
  ['5 MB of tags', megabytes('{{place}}'), many],
  ['5 MB of raw blocks', megabytes('{{{{if}}}}'), many],
  ['5 MB of open braces', megabytes('{{'), long],
  ['5 MB of single braces', megabytes('{'), long],
  ['5 MB of brackets', `{{#if ${megabytes('(')}`, long],
  ['5 MB of quotation marks', megabytes('{{x "'), long],
  ['5 MB of escaped tags', megabytes('\\{{'), long],
  ['5 MB of path', `{{${megabytes('a.')}b}}`, long],
  ['5 MB of ways up', `{{${megabytes('../')}b}}`, long],
  ['5 MB of arguments', `{{#if (or ${megabytes('condemn ')})}}x{{/if}}`, long],
  ['5 MB of options', `{{> p ${list(300_000, index => `a${index}=place`).join(' ')}}}`, long],
  ['5 MB of comments', megabytes('{{!--'), /template\/syntax the comment is not closed$/],
  ['5 MB of lines before an error', `${megabytes('a word\n')}{{place`, /note.hbs:\d+:1 template\/syntax the tag `{{place` is not closed$/]
])('%s', (_, text, finding) => {
  const begun = performance.now()
  const [first] = find(text)
  expect(first).toMatch(finding)
  expect(performance.now() - begun).toBeLessThan(10_000)
}, 30_000) // biome-ignore format: one table

test('5 MB of text are no fault', () => {
  expect(find(megabytes('a word '))).toEqual([])
  expect(find(`${megabytes('a word ')}{{place}}`)).toEqual([])
}, 30_000)

test('what is as deep as it may be is checked', () => {
  const inner = (open: string, close: string) => `{{#if ${open.repeat(59)}condemn${close.repeat(59)}}}x{{/if}}`
  expect(find(inner('(not ', ')'))).toEqual([])
  expect(find(inner('(and condemn ', ')'))).toEqual([])
  expect(find(inner('(or number ', ')'))).toEqual([])
  expect(
    find(
      '{{#each @root.occasion as |i|}}'.repeat(60) +
        '{{place}}'.replace('place', '@root.place') +
        '{{/each}}'.repeat(60)
    )
  ).toEqual([])
}, 30_000)

test('a partial that includes itself has no end', () => {
  const again = 'includes itself with the same values, and never ends'
  expect(find('{{> p}}', partials({ p: 'x{{> p}}' }))).toEqual([
    `partials/p.hbs:1:2 template/budget \`templates/en/partials/p.hbs\` ${again}`
  ])
  const two = partials({ p: '{{#if condemn}}{{> q}}{{/if}}', q: '{{> p}}' })
  expect(find('{{> p}}', two)).toEqual([`partials/p.hbs:1:16 template/budget \`templates/en/partials/q.hbs\` ${again}`])
})

test('nor has one that is handed ever more', () => {
  const more = partials({ p: '{{#if x}}x{{/if}}{{> p x=this}}' })
  expect(find('{{> p x=place}}', more).at(-1)).toMatch(
    /template\/budget blocks and partials are nested more than 100 deep$/
  )
  const twice = partials({ p: '{{#if x}}{{#if y}}x{{/if}}{{/if}}{{> p x=this y=this}}' })
  expect(find('{{> p x=place y=place}}', twice).at(-1)).toMatch(
    /template\/budget more than 500 values are passed on here/
  )
})

test('partials may stand in each other a hundred deep, with their blocks', () => {
  const inside = (text: string) => '{{#with this}}'.repeat(55) + text + '{{/with}}'.repeat(55)
  const [finding] = find('{{> p}}', partials({ p: inside('{{> q}}'), q: inside('{{place}}') }))
  expect(finding).toMatch(/^partials\/q.hbs:1:\d+ template\/budget blocks and partials are nested more than 100 deep$/)
})

test('texts that are reached with too many types of the dossier are not followed for ever', () => {
  const fields = ['number', 'date', 'recall', 'submission', 'condemn', 'closing', 'specimen', 'inReplyTo', 'supersedes', 'internal', 'copyOf', 'original', 'demands', 'refersTo', 'annexes']
  const texts = fields.map((field, index) => {
    const next = `{{> p${index + 1}}}`
    return [`p${index}`, `{{#if @root.${field}}}${next}{{else}}${next}{{/if}}`] as const
  })
  const files = partials(Object.fromEntries([...texts, [`p${fields.length}`, '{{place}}']]))
  expect(find('{{> p0}}', files).at(-1)).toMatch(/template\/budget the templates take more than 100000 steps to check$/)
}, 30_000) // biome-ignore format: one table

test('names that lead elsewhere lead nowhere', () => {
  const refused = (text: string) => find(text, partials({ p: '{{place}}' })).map(each => each.replace(/^\S+ /, ''))
  expect(refused('{{> ../../etc/passwd}}')).toEqual(['template/unknown-partial `../../etc/passwd` cannot be a partial'])
  expect(refused('{{> "../../etc/passwd"}}')).toEqual([
    'template/unknown-partial `../../etc/passwd` cannot be a partial'
  ])
  expect(refused('{{> __proto__}}')).toEqual(['template/unknown-partial `__proto__` cannot be a partial'])
  expect(refused('{{> constructor}}')[0]).toMatch('there is no partial `constructor`')
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(refused(`{{${name}}}`)).toEqual([`template/unknown-field there is no field \`${name}\` (\`${name}\`)`])
    expect(refused(`{{sender.${name}.x}}`)).toEqual([
      `template/unknown-field there is no field \`${name}\` (\`sender.${name}.x\`)`
    ])
    expect(refused(`{{#if (some annexes "${name}")}}x{{/if}}`)).toEqual([
      `template/unknown-field the items of this list have no field \`${name}\``
    ])
    expect(refused(`{{#if (eq courtesy "${name}")}}x{{/if}}`)).toHaveLength(1)
    expect(refused(`{{#each occasion as |${name}|}}x{{/each}}{{> p ${name}=place}}`).length).toBeGreaterThan(0)
  }
})
