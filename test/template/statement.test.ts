/** What a statement is called: by its step, what it is about, and which partial says it. */
import { describe, expect, test } from 'vitest'
import { mergeData, open, partials } from './merging.ts'

const data = {
  on: true,
  strength: 'firm',
  occasion: [
    { id: 'kyiv', means: { type: 'drone' }, notes: [{ id: 'note-1' }] },
    { id: 'odesa', means: { type: 'missile' }, notes: [] }
  ],
  groups: [
    { class: 'posts', incidents: [{ id: 'odesa' }] },
    { class: 'territory', incidents: [] }
  ],
  returned: [{ note: { id: 'note-7' } }],
  annexes: [{ type: 'list' }],
  codes: ['cease', 'inform']
}

const formulas = `verbale: 1
language: en
formulas:
  act:
    firm: { text: protests, confirmed: null }
`

/** The words of each statement by its name, in the order of the note. */
function said(text: string, files: Readonly<Record<string, string>> = {}): Record<string, string> {
  const template = open(text, { 'templates/formulas/en.yaml': formulas, ...partials(files) })
  const origins = new Map([['', []]])
  const found = new Map<string, string>()
  for (const piece of mergeData(template, data, origins).pieces) {
    const name = piece.statement ?? ''
    if (piece.type === 'mention' || (!/\w/.test(piece.text) && !found.has(name))) continue
    found.set(name, `${found.get(name) ?? ''}${piece.text}`)
  }
  return Object.fromEntries([...found].map(([name, words]) => [name, words.replace(/\s+/g, ' ').trim()]))
}

describe('a step of the note', () => {
  test('is a partial on a line of its own', () => {
    expect(said('{{> facts}}\n\nA word.', { facts: 'The facts.' })).toEqual({ facts: 'The facts.', note: 'A word.' })
  })

  test('or one that an `if` lets in', () => {
    expect(said('{{#if on}}{{> facts}}{{/if}}', { facts: 'The facts.' })).toEqual({ facts: 'The facts.' })
  })

  test('and not one that is a part of a sentence', () => {
    expect(said('It {{> facts}} now.', { facts: 'is so' })).toEqual({ note: 'It is so now.' })
    expect(said('{{~> facts}}', { facts: 'It is so.' })).toEqual({ note: 'It is so.' })
    expect(said('It\n{{~#if on}} {{> facts}}{{/if}} now.', { facts: 'is so' })).toEqual({ note: 'It is so now.' })
  })

  test('or a formula, by its group and by what chooses it', () => {
    expect(said('{{> (formula "act" strength)}}\n\n{{> (formula "act" "firm")}}')).toEqual({
      'act/strength': 'protests',
      'act/firm': 'protests'
    })
  })
})

describe('what is said of a record', () => {
  const told = { facts: '{{#each occasion as |each|}}\nOf it. {{> more each}}\n\n{{> result each}}\n\n{{/each}}' }
  const inner = { more: 'More.', result: 'So. {{> cause}}', cause: 'Why.' }

  test('has its id, and the partial on a line of its own as its role', () => {
    expect(said('{{> facts}}', { ...told, ...inner })).toEqual({
      'facts/kyiv': 'Of it. More.',
      'facts/kyiv/result': 'So. Why.',
      'facts/odesa': 'Of it. More.',
      'facts/odesa/result': 'So. Why.'
    })
  })

  test('is one statement, whatever it holds further in', () => {
    const files = { facts: '{{#each occasion as |each|}}A {{#each each.notes as |note|}}note.{{/each}}{{/each}}' }
    expect(said('{{> facts}}', files)).toEqual({ 'facts/kyiv': 'A note.', 'facts/odesa': 'A' })
    const role = {
      ...files,
      facts: '{{#each occasion as |each|}}\n{{> one each}}\n{{/each}}',
      one: '{{> two}}',
      two: 'A'
    }
    expect(Object.keys(said('{{> facts}}', role))).toEqual(['facts/kyiv/one', 'facts/odesa/one'])
  })

  test('stands for what its group says of it', () => {
    const files = { facts: '{{#each groups as |group|}}Lead. {{#each group.incidents as |each|}}It.{{/each}}{{/each}}' }
    expect(said('{{> facts}}', files)).toEqual({
      'facts/posts': 'Lead.',
      'facts/odesa': 'It.',
      'facts/territory': 'Lead.'
    })
  })

  test('may be said by the id of what an item is about', () => {
    expect(said('{{#each returned}}It came back.{{/each}}')).toEqual({ 'note/note-7': 'It came back.' })
  })

  test('is not parted by what a list joins', () => {
    expect(said('{{#list occasion as |each|}}one{{/list}}')).toEqual({ note: 'one and one' })
  })
})

test('an item that is no record has the word that sets it apart, and a bare word none', () => {
  expect(said('{{#each annexes}}An annex.{{/each}}')).toEqual({ 'note/list': 'An annex.' })
  expect(said('{{#each codes}}A word.{{/each}}')).toEqual({ note: 'A word.A word.' })
})
