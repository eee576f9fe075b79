import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { changed, checkFiles, type Files, STARTER } from './workspace.ts'

/** The starter's note as a fixture, with the goldens that it has. */
const FIXTURE: Files = { ...STARTER, 'fixture.yaml': 'verbale: 1\n' }
const goldens = (files: Files): Files =>
  Object.fromEntries(checkFiles(files).wanted.map(({ name, text }) => [name, text]))

describe('where a change comes from', () => {
  const files: Files = { ...FIXTURE, 'fixture.yaml': 'verbale: 1\ncompare: [description]\n' }
  const kept = goldens(files)
  const shipped = (name: string) => readFileSync(join(root, name), 'utf8')
  const hintsWith = (name: string, from: string, to: string, rule: string): string =>
    checkFiles({ ...files, ...kept, [name]: changed(shipped(name), from, to) })
      .findings.filter(each => each.rule === rule)
      .flatMap(each => each.hints)
      .join('\n')

  test('is said with what put it into the note', () => {
    const hints = hintsWith(
      'templates/formulas/en.yaml',
      'conduct an appropriate investigation',
      'conduct a proper investigation',
      'golden/different'
    )
    expect(hints).toMatch(/made by templates\/formulas\/en\.yaml:\d+:\d+.*, put in by .*demand-list\.hbs:/)
  })

  test('is said of what a register says of the note, too', () => {
    const hints = hintsWith('templates/en/archival-title.hbs', 'protesting', 'against', 'golden/different')
    expect(hints).toContain('made by templates/en/archival-title.hbs:1:')
  })

  test('is said of a note that is refused, for what it lacks', () => {
    const list = 'templates/en/partials/demand-list.hbs'
    const hints = hintsWith(
      list,
      '{{> (formula "demands" code) @root}}{{/list}}\n{{~/if~}}',
      '{{/list}}\n{{~/if~}}',
      'golden/lost'
    )
    expect(hints).toContain('it was printed by ')
    expect(hints).toContain('templates/formulas/en.yaml:')
  })

  test('is said of what decided that a text is left out, or printed twice', () => {
    const partials = 'templates/en/partials'
    const none = '{{#if (eq this.casualties.status "none")}}'
    const leftOut = hintsWith(`${partials}/consequences.hbs`, none, none.replace('eq', 'ne'), 'golden/different')
    expect(leftOut).toMatch(/decided by .*consequences\.hbs:2:/)
    const twice = hintsWith('templates/en/protest.hbs', '{{> legal}}', '{{> occasion}}', 'golden/different')
    expect(twice).toMatch(/decided by .*templates\/en\/protest\.hbs:\d+:1/)
  })

  test('is said of what was taken out: what printed it, and between what it stood', () => {
    const occasion = 'templates/en/partials/occasion.hbs'
    const hints = hintsWith(occasion, '{{> consequences incident}}', '', 'golden/different')
    expect(hints).toMatch(/what is gone was printed by .*templates\/en\/partials\/consequences\.hbs:/)
    expect(hints).toMatch(/decided by .*templates\/en\/partials\/occasion\.hbs:/)
  })

  test('is said of emphasis of another kind, by what is printed in it', () => {
    const name = 'templates/en/partials/letterhead.hbs'
    const slanted = shipped(name).replaceAll('**', '*')
    const { findings } = checkFiles({ ...files, ...kept, [name]: slanted })
    const hints = findings.filter(each => each.rule === 'golden/different').flatMap(each => each.hints)
    expect(hints).toContain(`this is the shape of what is printed by ${name}:2`)
  })

  test('is said of the title that the file has among its properties', () => {
    const hints = hintsWith('templates/en/title.hbs', ' to {{name', ' for {{name', 'golden/different')
    expect(hints).toContain('the title of the file is made by templates/en/title.hbs:1:')
  })

  test('is said of a habit of the house, by the line of its profile, whether or not a page shows it', () => {
    const profile = 'templates/profiles/our-house.yaml'
    const paged: Files = { ...FIXTURE, 'fixture.yaml': 'verbale: 1\ncompare: [pages]\n' }
    const golden = goldens(paged)
    for (const [from, to] of [
      ['size: A4', 'size: letter'],
      ['closing: by-mode', 'closing: never']
    ] as const) {
      const text = changed(paged[profile], from, to)
      const hints = checkFiles({ ...paged, ...golden, [profile]: text }).findings.flatMap(each => each.hints)
      expect(hints.join('\n')).toContain(`decided by ${profile}:`)
    }
  })

  test('is said of a description that cannot be made any more', () => {
    const name = 'templates/en/archival-title.hbs'
    const broken = changed(shipped(name), ' {{#if', '  {{#if')
    const rules = checkFiles({ ...files, ...kept, [name]: broken }).findings.map(
      each => `${each.span?.source.name} ${each.rule}`
    )
    expect(rules).toContain(`${name} markup/spacing`)
  })

  test('is said of what is wrong in a partial, by what puts it in', () => {
    const name = 'templates/en/partials/letterhead.hbs'
    const main = changed(shipped('templates/en/protest.hbs'), '{{> reference}}', '{{> letterhead}}')
    const { findings } = checkFiles({ ...files, ...kept, 'templates/en/protest.hbs': main })
    const twice = findings.find(each => each.rule === 'document/repeated-part')
    expect(twice?.span?.source.name).toBe(name)
    expect(twice?.hints.at(-1)).toMatch(/^put in by templates\/en\/protest\.hbs:2:1, templates\/en\/protest\.hbs:4:1$/)
  })
})

describe('a branch in which nothing stands', () => {
  test.each([
    ['{{#if number}}{{else}}none{{/if}}\n', 'nothing stands in this `if`'],
    ['{{#if number}}x{{else}}{{/if}}\n', 'nothing stands in the `{{else}}` of this `if`'],
    ['{{#if number}}{{#unless date}}{{! later }}{{/unless}}x{{/if}}\n', 'nothing stands in this `unless`']
  ])('%s', (text, message) => {
    const { findings } = checkFiles({ 'templates/en/extra.hbs': text })
    const found = findings.filter(each => each.rule === 'template/empty-branch')
    expect(found.map(each => each.message)).toEqual([message])
    expect(found.map(each => each.severity)).toEqual(['warning'])
  })

  test('and one that says something, or has no `{{else}}`, is none', () => {
    const { findings } = checkFiles({
      'templates/en/extra.hbs': '{{#if number}}x{{/if}}{{#if date}}y{{else}} {{/if}}z\n'
    })
    expect(findings.filter(each => each.rule === 'template/empty-branch')).toEqual([])
  })
})
