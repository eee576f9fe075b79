/** What the build reads ahead of time is what a run would read itself, and is used for the same text alone. */
import { describe, expect, test } from 'vitest'
import { createWorld } from '../src/cli/disk/disk.ts'
import { load } from '../src/load/load.ts'
import { createEngine, render } from '../src/render.ts'
import { keepTree, restoreTree } from '../src/template/kept.ts'
import { readTemplate } from '../src/template/template.ts'
import { readSource } from '../src/world.ts'
import { askFor, root } from './fixtures.ts'
import { prepare } from './tools/ahead.ts'

const world = createWorld(root)
const preparsed = prepare(root)
const names = world.list('templates')
const textOf = (name: string) => readSource(world, name)?.text ?? ''
const utf8 = new TextEncoder()
/** The text of a note by templates of one's own. */
const make = (files: Record<string, string>, ahead = preparsed) => {
  const read = (name: string) => (files[name] === undefined ? world.read(name) : utf8.encode(files[name]))
  const { output } = render(createEngine({ ...world, read }, { preparsed: ahead }), {
    ...askFor('minimal'),
    format: 'txt'
  })
  return new TextDecoder().decode(output)
}

describe('what is read ahead', () => {
  test.each(names.filter(name => name.endsWith('.hbs')))('%s is the tree that its parser gives', name => {
    const text = textOf(name)
    const at = { source: { name, text }, base: 0, text }
    const { findings, ...read } = readTemplate(at)
    expect(findings).toEqual([])
    expect(restoreTree(preparsed(name).trees.get(text) ?? '', at)).toEqual(read)
  })

  test.each(names.filter(name => name.endsWith('.yaml')))('%s is the data that its reader gives', name => {
    const source = { name, text: textOf(name) }
    expect(preparsed(source.name).data.has(source.text)).toBe(true)
    expect(load(source, preparsed)).toEqual(load(source))
  })

  test('a tree stands where its text stands', () => {
    const text = '{{#if a}}{{list b "c"}}{{else}}{{> (formula "d" e) f=g}}{{/if}}'
    const there = { source: { name: 'x.yaml', text: `x: '${text}'` }, base: 4, text }
    const kept = keepTree(readTemplate({ source: { name: '', text }, base: 0, text }))
    const { findings: _, ...read } = readTemplate(there)
    expect(restoreTree(kept, there)).toEqual(read)
  })
})

describe('a run', () => {
  test('takes what was read ahead for a text, whatever the name of the file', () => {
    const instead = keepTree(readTemplate({ source: { name: '', text: 'Ahead' }, base: 0, text: 'Ahead' }))
    const trees = new Map([['A line.\n', instead]])
    const files = { 'templates/en/labels.hbs': 'A line.\n' }
    expect(make(files, () => ({ trees, data: new Map() }))).toContain('Ahead')
  })

  test('reads a file itself when a workspace has another', () => {
    expect(make({ 'templates/en/labels.hbs': 'A line of our own.\n' })).toContain('A line of our own.')
    const closing = textOf('templates/formulas/en.yaml').replaceAll('avails itself', 'takes advantage')
    expect(make({ 'templates/formulas/en.yaml': closing })).toContain('takes advantage')
    expect(make({})).toContain('avails itself')
  })
})
