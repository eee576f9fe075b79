import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/languages/index.ts'
import { checked, find, formulas, hintsOf, shippedIn, told } from '../check/checking.ts'
import { partials } from '../template/merging.ts'

test.each(Object.keys(LANGUAGES))(
  'the shipped templates of %s cannot fail on any dossier, and hold nothing that nothing reaches',
  language => {
    expect(told(checked(shippedIn(language), language))).toEqual([])
  }
)

describe('what could fail on some dossier', () => {
  test.each([
    // fields
    ['{{recal}}', '1:3 template/unknown-field there is no field `recal` (`recal`)'],
    ['{{#if recall}}{{recall.frist}}{{/if}}', '1:17 template/unknown-field there is no field `frist` (`recall.frist`)'],
    ['{{#if recal}}x{{/if}}', '1:7 template/unknown-field there is no field `recal` (`recal`)'],
    ['{{date recal}}', '1:8 template/unknown-field there is no field `recal` (`recal`)'],
    ['{{#each occasion}}{{plase}}{{/each}}', '1:21 template/unknown-field there is no field `plase` (`plase`)'],
    ['{{#each occasion}}{{../plase}}{{/each}}', '1:21 template/unknown-field there is no field `plase` (`../plase`)'],
    ['{{@root.plase}}', '1:3 template/unknown-field there is no field `plase` (`@root.plase`)'],
    ['{{place.x}}', '1:3 template/unknown-field a text has no fields (`place.x`)'],
    ['{{occasion.date}}', '1:3 template/unknown-field a list has no `date` (`occasion.date`)'],
    ['{{occasion.length}}', '1:3 template/unknown-field a list has no `length` (`occasion.length`)'],
    ['{{name occasion.[1].date}}', '1:8 template/unknown-field a list has no `1` (`occasion.1.date`)'],
    ['{{constructor}}', '1:3 template/unknown-field there is no field `constructor` (`constructor`)'],
    ['{{__proto__}}', '1:3 template/unknown-field there is no field `__proto__` (`__proto__`)'],
    [
      '{{sender.name.forms.gen}}',
      '1:3 template/unknown-field not every name has a `gen` form (`sender.name.forms.gen`)'
    ],
    ['{{@index}}', '1:3 template/unknown-field there is no `@index` here'],
    [
      '{{#each occasion}}{{#if @../first}}x{{/if}}{{/each}}',
      '1:25 template/unknown-field there is no `@../first` here'
    ],
    [
      '{{#each occasion}}{{number @index.x}}{{/each}}',
      '1:28 template/unknown-field a number has no fields (`@index.x`)'
    ],
    // what may be null
    ['{{specimen}}', '1:3 template/null `specimen` may be `null` here'],
    ['{{date date}}', '1:8 template/null `date` takes a date, and `date` may be `null` here'],
    [
      '{{date recall.first}}',
      '1:8 template/null `recall.first` cannot be looked up: what should have `first` may be `null` here'
    ],
    [
      '{{#if recall.summarised}}x{{/if}}',
      '1:7 template/null `recall.summarised` cannot be looked up: what should have `summarised` may be `null` here'
    ],
    [
      '{{#unless recall}}{{date recall.first}}{{/unless}}',
      '1:26 template/null `recall.first` cannot be looked up: what should have `first` may be `null` here'
    ],
    [
      '{{#if recall}}x{{else}}{{date recall.first}}{{/if}}',
      '1:31 template/null `recall.first` cannot be looked up: what should have `first` may be `null` here'
    ],
    [
      '{{#if (or recall date)}}{{date date}}{{/if}}',
      '1:32 template/null `date` takes a date, and `date` may be `null` here'
    ],
    [
      '{{#if (or (gt (length recall.groups) 1) recall)}}x{{/if}}',
      '1:23 template/null `recall.groups` cannot be looked up: what should have `groups` may be `null` here'
    ],
    [
      '{{#each recall.groups}}x{{/each}}',
      '1:9 template/null `recall.groups` cannot be looked up: what should have `groups` may be `null` here'
    ],
    [
      '{{#each occasion}}{{time this.time}}{{/each}}',
      '1:26 template/null `time` takes a time, and `this.time` may be `null` here'
    ],
    [
      '{{#with recall}}{{#if @root.date}}x{{/if}}{{date @root.date}}{{/with}}',
      '1:50 template/null `date` takes a date, and `@root.date` may be `null` here'
    ],
    ['{{#if number}}x{{else}}{{number}}{{/if}}', '1:26 template/null `number` may be `null` here'],
    // what is not printed as it is
    ['{{occasion}}', '1:3 template/unprintable `occasion` is a list, which cannot be printed as it is'],
    ['{{sender}}', '1:3 template/unprintable `sender` is an object, which cannot be printed as it is'],
    ['{{sender.name}}', '1:3 template/unprintable `sender.name` is a name, which cannot be printed as it is'],
    ['{{condemn}}', '1:3 template/unprintable `condemn` is true or false, which cannot be printed as it is'],
    [
      '{{strength}}',
      '1:3 template/unprintable `strength` is a word of the record format, which cannot be printed as it is'
    ],
    [
      '{{language}}',
      '1:3 template/unprintable `language` is a word of the record format, which cannot be printed as it is'
    ],
    [
      '{{#each demands}}{{this.code}}{{/each}}',
      '1:20 template/unprintable `this.code` is a word of the record format, which cannot be printed as it is'
    ],
    [
      '{{#each occasion}}{{#each this.measures}}{{this.measure.value}}{{/each}}{{/each}}',
      '1:44 template/unprintable `this.measure.value` is a number, which cannot be printed as it is'
    ],
    ['{{number 3}}', '1:1 template/no-origin this prints nothing from the dossier'],
    ['{{capital (number 3)}}', '1:1 template/no-origin this prints nothing from the dossier'],
    // arguments
    ['{{date sender}}', '1:8 template/type `date` takes a date, and `sender` is an object'],
    ['{{date occasion}}', '1:8 template/type `date` takes a date, and `occasion` is a list'],
    ['{{time place}}', '1:8 template/type `time` takes a time, and `place` is a text'],
    ['{{number place}}', '1:10 template/type `number` takes a number, and `place` is a text'],
    [
      '{{roman (length demands)}}{{roman demands}}',
      '1:35 template/type `roman` takes a number, and `demands` is a list'
    ],
    [
      '{{cite sender}}',
      '1:8 template/type `cite` takes a note with its `number` and `date`, and `sender` is an object'
    ],
    [
      '{{name occasion.[0]}}',
      '1:8 template/type `name` takes a name or an object with a `name`, and `occasion.[0]` is an object'
    ],
    [
      '{{#if demands}}{{dates demands}}{{/if}}',
      '1:24 template/type `dates` takes a list of dates, or of objects with a `date`, and `demands` is a list'
    ],
    [
      '{{#if recall}}{{dates recall.reported}}{{/if}}',
      '1:15 template/empty `recall.reported` may be empty here, and then there are no dates to print'
    ],
    ['{{#each sender}}x{{/each}}', '1:9 template/type `each` takes a list, and `sender` is an object'],
    ['{{#each place}}x{{/each}}', '1:9 template/type `each` takes a list, and `place` is a text'],
    ['{{#list profile as |x|}}x{{/list}}', '1:9 template/type `list` takes a list, and `profile` is an object'],
    ['{{count place place place}}', '1:9 template/type `count` takes a number, and `place` is a text'],
    ['{{capital (name sender)}}', '1:1 template/capital a name gets its capital from its position'],
    ['{{capital (possessive sender)}}', '1:1 template/capital a name gets its capital from its position'],
    ['{{#if (gt place 1)}}x{{/if}}', '1:11 template/type `gt` takes a number, and `place` is a text'],
    [
      '{{#if (eq occasion 1)}}x{{/if}}',
      '1:11 template/type `eq` takes a text, a number, or true or false, and `occasion` is a list'
    ],
    ['{{date occasion.[0].date form=courtesy}}', '1:31 template/arguments `form` cannot be "full"'],
    ['{{date occasion.[0].date form=place}}', '1:31 template/arguments `form` is a text here'],
    // comparisons
    ['{{#if (eq courtesy "ful")}}x{{/if}}', '1:20 template/type `courtesy` is never "ful"'],
    ['{{#if (ne courtesy "ful")}}x{{/if}}', '1:20 template/type `courtesy` is never "ful"'],
    ['{{#if (eq "ful" courtesy)}}x{{/if}}', '1:11 template/type `courtesy` is never "ful"'],
    ['{{#if (eq courtesy strength)}}x{{/if}}', /1:20 template\/type `courtesy` is never "attention" or /],
    [
      '{{#if (eq courtesy 1)}}x{{/if}}',
      '1:7 template/type a word of the record format is compared with a number, and they are never equal'
    ],
    [
      '{{#if (eq condemn "yes")}}x{{/if}}',
      '1:7 template/type true or false is compared with a text, and they are never equal'
    ],
    [
      '{{#if (eq (length demands) "1")}}x{{/if}}',
      '1:7 template/type a number is compared with a text, and they are never equal'
    ],
    ['{{#if (some demands "code" "investigat")}}x{{/if}}', '1:28 template/type `code` is never "investigat"'],
    [
      '{{#if (some annexes "typ" "chronology")}}x{{/if}}',
      '1:21 template/unknown-field the items of this list have no field `typ`'
    ],
    [
      '{{#if (some occasion "date.edt" "2025")}}x{{/if}}',
      '1:22 template/unknown-field the items of this list have no field `date.edt`'
    ],
    [
      '{{#if (some occasion "means.type" "drone")}}x{{/if}}',
      '1:22 template/null an item of `occasion` may be `null`, which has no `means.type`'
    ],
    ['{{#if (some occasion "date.relation" "dayly")}}x{{/if}}', '1:38 template/type `date.relation` is never "dayly"'],
    ['{{#if (some annexes "type" "chronologie")}}x{{/if}}', '1:28 template/type `type` is never "chronologie"'],
    ['{{#each (only annexes "type" "cordinates")}}x{{/each}}', '1:30 template/type `type` is never "cordinates"'],
    [
      '{{#each (only demands "type" "x")}}x{{/each}}',
      '1:23 template/unknown-field the items of this list have no field `type`'
    ],
    // lists
    [
      '{{#list demands as |d|}}{{#if (eq d.code "cease")}}x{{/if}}{{/list}}',
      '1:1 template/empty an item of this list may print nothing'
    ],
    // depth and ends
    [
      '{{#each occasion}}{{#each this.damage}}x{{/each}}{{date ../date}}{{/each}}',
      '1:57 template/null `date` takes a date, and `../date` may be `null` here'
    ]
  ])('%s', (text, finding) => {
    expect(find(text)).toEqual([typeof finding === 'string' ? `note.hbs:${finding}` : expect.stringMatching(finding)])
  })
})

describe('what holds on every dossier', () => {
  test.each([
    '{{place}} {{name sender}} {{name concerned}} {{dates occasion}}',
    '{{#if number}}{{number}}{{/if}}',
    '{{#if number}}{{@root.number}}{{/if}}',
    '{{#if @root.number}}{{number}}{{/if}}',
    '{{#if this.number}}{{number}}{{/if}}',
    '{{#unless number}}x{{else}}{{number}}{{/unless}}',
    '{{#if (not number)}}x{{else}}{{number}}{{/if}}',
    '{{^if number}}x{{else}}{{number}}{{/if}}',
    '{{#if (ne number null)}}{{number}}{{/if}}',
    '{{#if (eq null number)}}x{{else}}{{number}}{{/if}}',
    '{{#if (eq number null)}}x{{else if (eq copyOf null)}}y{{else}}{{number}}{{copyOf}}{{/if}}',
    '{{#if (and number date)}}{{number}}{{date date}}{{/if}}',
    '{{#if (or (not number) (not date))}}x{{else}}{{number}}{{date date}}{{/if}}',
    '{{#if (and recall (gt (length recall.groups) 1))}}{{date recall.groups.[1].incidents.[0].date}}{{/if}}',
    '{{#if (or (not recall) recall.summarised)}}x{{else}}{{date recall.first}}{{/if}}',
    '{{#if (not (and recall date))}}x{{else}}{{date date}}{{date recall.first}}{{/if}}',
    '{{#with recall}}{{date this.first}}{{date @root.recall.first}}{{date ../recall.first}}{{/with}}',
    '{{#with recall as |r|}}{{date r.first}}{{else}}none{{/with}}',
    '{{#with date as |d|}}{{date d}}{{date @root.date}}{{/with}}',
    '{{#if recall}}{{#each recall.groups as |g place|}}{{number place}}{{number @number}}{{date g.incidents.[0].date}}{{/each}}{{/if}}',
    '{{#each occasion as |i|}}{{#if i.time}}{{time i.time}}{{time this.time}}{{/if}}{{/each}}',
    '{{#each occasion}}{{#if this.means}}{{#if this.means.designation}}{{this.means.designation}}{{/if}}{{/if}}{{/each}}',
    '{{#if occasion.[0].time}}{{time occasion.[0].time}}{{/if}}',
    '{{#if (gt (length occasion) 1)}}{{date occasion.[1].date}}{{/if}}',
    '{{#if (lt 1 (length occasion))}}{{date occasion.[1].date}}{{/if}}',
    '{{#if recall}}{{#if (lt (length recall.reported) 1)}}x{{else}}{{dates recall.reported}}{{/if}}{{/if}}',
    '{{#if (eq (length refersTo) 2)}}{{cite refersTo.[1]}}{{/if}}',
    '{{#if (ne (length refersTo) 0)}}{{cite refersTo.[0]}}{{/if}}',
    '{{#if recall}}{{#if (length recall.reported)}}{{dates recall.reported}}{{/if}}{{/if}}',
    '{{#if recall}}{{#if recall.reported}}{{dates recall.reported}}{{/if}}{{/if}}',
    '{{#if recall}}{{#if (some recall.reported "coverage" "despite")}}{{dates recall.reported}}{{/if}}{{/if}}',
    '{{#if recall}}{{#if (gt (length (only recall.reported "coverage" "despite")) 0)}}{{dates recall.reported}}{{/if}}{{/if}}',
    '{{#if recall}}{{#each recall.reported}}{{dates @root.recall.reported}}{{else}}none{{/each}}{{/if}}',
    '{{#each occasion}}{{#if @first}}a{{/if}}{{#each this.circumstances}}{{this}}{{number @../number}}{{/each}}{{/each}}',
    // what the records promise
    '{{#each occasion}}{{#if (eq this.attribution.strength "named")}}{{name this.attribution.to}}{{/if}}{{/each}}',
    '{{#each occasion}}{{#if (eq this.attribution.strength "none")}}x{{else}}{{name this.attribution.to}}{{/if}}{{/each}}',
    '{{#each occasion}}{{#unless this.means}}{{this.event}}{{/unless}}{{/each}}',
    '{{#each occasion}}{{#if this.means}}x{{else}}{{this.event}}{{/if}}{{/each}}',
    '{{#if recall}}{{#each recall.numbered}}{{this.number}}{{/each}}{{/if}}',
    '{{#each (only annexes "type" "chronology")}}{{date @root.recall.first}}{{/each}}',
    '{{#list demands as |d|}}{{#if (eq d.code "cease")}}x{{else}}y{{/if}}{{/list}}',
    '{{#if (some inserts "after" "damage")}}x{{/if}}',
    '{{#each annexes}}{{roman this.number}}{{this.number}}{{/each}}',
    '{{#if (eq (length occasion) (length refersTo))}}x{{/if}}',
    '{{name sender form="gen"}}',
    '{{#each occasion}}{{#each this.casualties.killed}}{{count this.count this.one this.many}}{{/each}}{{/each}}',
    '{{blank profile.blank}}{{blank 12}}'
  ])('%s', text => {
    expect(find(text)).toEqual([])
  })
})

describe('the nearest name is offered', () => {
  test.each([
    ['{{recal}}', 'did you mean `recall`?'],
    ['{{#each occasion as |incident|}}{{date incidnt.date}}{{/each}}', 'did you mean `incident`?'],
    ['{{#if (eq courtesy "ful")}}x{{/if}}', 'did you mean `full`?'],
    ['{{#if (some demands "code" "investigat")}}x{{/if}}', 'did you mean `investigate`?'],
    ['{{#each (only annexes "typ" "chronology")}}x{{/each}}', 'did you mean `type`?'],
    ['{{name sender form="ful"}}', 'did you mean `full`?'],
    ['{{date recall.first}}', 'guard it: `{{#if recall}}`'],
    ['{{#each occasion}}{{date this.means.type}}{{/each}}', 'guard it: `{{#if this.means}}`']
  ])('%s', (text, hint) => {
    expect(hintsOf(text)[0]).toBe(hint)
  })

  test.each([
    ['{{@root.place.x.y}}', 'write `@root.place`'],
    ['{{#each occasion}}{{number @index.x}}{{/each}}', 'write `@index`']
  ])('and of what has no fields itself: %s', (text, hint) => {
    expect(hintsOf(text)).toEqual([hint])
  })
})

describe('partials', () => {
  test('see their context and what they are given', () => {
    const files = partials({ p: '{{place}} {{word}}', q: '{{date this}}', r: '{{#if n}}{{n}}{{/if}}' })
    expect(find('{{> p word="x"}}{{> q occasion.[0].date}}{{> r n=number}}', files)).toEqual([])
  })

  test('are checked for each type that they are called with, and the one that fails is named', () => {
    const files = partials({ p: '{{date this}}' })
    const [finding] = checked({ 'templates/en/note.hbs': '{{> p occasion.[0].date}}\n{{> p date}}', ...files })
    expect(told(finding ? [finding] : [])).toEqual([
      'note.hbs:2:7 template/null the partial `p` takes no `null`, and `date` may be `null` here'
    ])
    expect(finding?.hints).toEqual(['guard it: `{{#if date}}`'])
  })

  test('that fail for one caller who gives what another does not are not to blame', () => {
    const files = partials({ q: '{{dates this.incidents}}' })
    const [finding, more] = checked({
      'templates/en/note.hbs': '{{#if recall}}{{#each recall.sentBack}}{{> q this}}{{/each}}{{/if}}\n{{> q sender}}',
      ...files
    })
    expect(more).toBeUndefined()
    expect(told(finding ? [finding] : [])).toEqual([
      'note.hbs:2:1 template/unknown-field the partial `q` does not fit what it is given here: there is no field `incidents` (`this.incidents`)'
    ])
    expect(finding?.hints.at(-1)).toBe('it fails in templates/en/partials/q.hbs:1:9')
  })

  test('say by which way they fail, when they do not for another caller', () => {
    const files = partials({ p: '{{date @root.date}}' })
    const hints = (text: string) => hintsOf(text, files)
    expect(hints('{{#if date}}{{> p}}{{/if}}\n{{> p}}')).toEqual([
      'guard it: `{{#if @root.date}}`',
      'reached by templates/en/note.hbs:2:1'
    ])
    expect(hints('{{> p}}')).toEqual(['guard it: `{{#if @root.date}}`'])
  })

  test('know what their caller knows', () => {
    const files = partials({ p: '{{date @root.recall.first}}', q: '{{date this.first}}' })
    expect(find('{{#if recall}}{{> p}}{{> q recall}}{{/if}}', files)).toEqual([])
    expect(find('{{> p}}', files)).toHaveLength(1)
    expect(find('{{> q recall}}', files)).toHaveLength(1)
  })

  test('know what was asked of a value that they got by another name', () => {
    const files = partials({ p: '{{#if day}}{{date @root.date}}{{/if}}', q: '{{#if @root.date}}{{date day}}{{/if}}' })
    expect(find('{{> p day=date}}{{> q day=date}}', files)).toEqual([])
  })

  test('cannot print a list, a word of the format, or a text with escapes that they are given', () => {
    const files = partials({ p: '{{x}}' })
    expect(find('{{> p x=demands}}', files)[0]).toMatch('`x` is a list')
    expect(find('{{> p x=courtesy}}', files)[0]).toMatch('`x` is a word of the record format')
    expect(find('{{> p x="a\\"b"}}', files)[0]).toMatch('a partial can print only text without escapes')
    expect(find('{{> p x=3}}', files)[0]).toMatch('a partial can print only text without escapes')
    expect(find('{{> p x="a"}}{{> p x=place}}', files)).toEqual([])
  })

  test('that nothing includes are told', () => {
    expect(find('x', partials({ p: 'x' }))).toEqual([
      'partials/p.hbs:1:1 template/unused nothing includes the partial `p`'
    ])
  })

  test('print nothing in a list when they may', () => {
    const files = partials({ p: '{{#if (eq this.code "cease")}}x{{/if}}', q: 'x' })
    expect(find('{{#list demands as |d|}}{{> p d}}{{/list}}{{#list demands as |d|}}{{> q d}}{{/list}}', files)).toEqual(
      ['note.hbs:1:1 template/empty an item of this list may print nothing']
    )
  })
})

describe('formulas', () => {
  const courtesies = { full: 'a', reduced: 'b', none: 'c' }

  test('are there for every word that chooses one', () => {
    const files = formulas({ g: courtesies })
    expect(find('{{> (formula "g" courtesy)}}', files)).toEqual([])
    const { none, ...fewer } = courtesies
    expect(none).toBe('c')
    const lacking = formulas({ g: fewer })
    expect(find('{{> (formula "g" courtesy)}}', lacking)).toEqual([
      'note.hbs:1:5 template/unknown-formula the group `g` has no formula for `none`, which `courtesy` can be here'
    ])
    expect(find('{{#if (ne courtesy "none")}}{{> (formula "g" courtesy)}}{{/if}}', lacking)).toEqual([])
    expect(find('{{#unless (eq courtesy "none")}}{{> (formula "g" courtesy)}}{{/unless}}', lacking)).toEqual([])
  })

  test('are not chosen by what can be any word, or be null', () => {
    const files = formulas({ g: courtesies })
    expect(find('{{> (formula "g" place)}}', files)).toEqual([
      'note.hbs:1:18 template/unknown-formula `place` can be any word, so there may be no formula for it'
    ])
    expect(find('{{> (formula "g" specimen)}}', files)).toContain(
      'note.hbs:1:18 template/null `formula` takes a text, and `specimen` may be `null` here'
    )
  })

  test('know by which word they were chosen', () => {
    const files = formulas({ g: { named: '{{name this.attribution.to}}', implied: 'x', none: 'y' } })
    expect(find('{{#each occasion}}{{> (formula "g" this.attribution.strength)}}{{/each}}', files)).toEqual([])
    const other = formulas({ g: { named: 'x', implied: 'x', none: '{{name this.attribution.to}}' } })
    expect(find('{{#each occasion}}{{> (formula "g" this.attribution.strength)}}{{/each}}', other)).toHaveLength(1)
  })

  test('that no word chooses are told, and groups that nothing asks for', () => {
    const files = formulas({ g: { ...courtesies, ful: 'd' }, h: { a: 'x', b: 'y' } })
    expect(find('{{> (formula "g" courtesy)}}', files)).toEqual([
      'templates/formulas/en.yaml:8:19 template/unused nothing uses the formula `ful` of the group `g`',
      'templates/formulas/en.yaml:10:17 template/unused nothing uses the group of formulas `h`'
    ])
  })
})

describe('what is restricted', () => {
  const annex = (body: string) => `{{#each annexes as |annex|}}\n::: annex\n${body}\n:::\n{{/each}}\n`
  const table = '{{#each @root.positions as |p|}}\n{{coordinates p}}\n{{/each}}'

  test('stands in an annex that is known to be made for it', () => {
    expect(find(annex(`{{#if (eq annex.type "coordinates")}}\n${table}\n{{/if}}`))).toEqual([])
    expect(find(annex(`{{#if (eq annex.type "chronology")}}\nx\n{{else}}\n${table}\n{{/if}}`))).toEqual([])
    expect(find(annex('{{#if (eq annex.type "coordinates")}}\n{{> p}}\n{{/if}}'), partials({ p: table }))).toEqual([])
    expect(
      find(annex('{{#if (eq annex.type "coordinates")}}\n{{> p @root}}\n{{/if}}'), partials({ p: table }))
    ).toEqual([])
  })

  test.each([
    ['in the body', '{{#if positions}}x{{/if}}'],
    [
      'in another annex',
      annex(`{{#if (eq annex.type "chronology")}}\n{{#if @root.positions}}\n${table}\n{{/if}}\n{{/if}}`)
    ],
    ['in an annex of any kind', annex(`{{#if @root.positions}}\n${table}\n{{/if}}`)],
    ['outside of the annex', `{{#each (only annexes "type" "coordinates")}}\n${table}\n{{/each}}`],
    ['behind the annex', annex(`{{#if (eq annex.type "coordinates")}}\nx\n:::\n${table}\n{{/if}}`)],
    [
      'carried out of it',
      annex(
        `{{#if (eq annex.type "coordinates")}}\n{{#with @root.positions as |p|}}\nx\n:::\n{{#each p}}{{coordinates this}}{{/each}}\n{{/with}}\n{{/if}}`
      )
    ]
  ])('is refused %s', (_, text) => {
    expect(find(text).filter(each => each.includes('template/restricted')).length).toBeGreaterThan(0)
  })

  test('names the way by which it was reached', () => {
    const files = partials({ p: '{{> q}}', q: '{{#if @root.positions}}x{{/if}}' })
    expect(hintsOf('\n{{> p}}', files).at(-1)).toBe(
      'reached by templates/en/note.hbs:2:1 → templates/en/partials/p.hbs:1:1'
    )
  })
})

describe('what no dossier leads to', () => {
  test('is still held against the fields that there are', () => {
    expect(find('{{#if sender}}x{{else}}{{plase}}{{/if}}')).toEqual([
      'note.hbs:1:26 template/unknown-field there is no field `plase` (`plase`)'
    ])
  })

  test('is not held against what may be null', () => {
    const files = partials({ p: '{{#if full}}{{date date}}{{else}}x{{/if}}' })
    expect(find('{{> p full=false}}', files)).toEqual([])
    expect(find('{{> p full=true}}', files)).toHaveLength(1)
  })
})
