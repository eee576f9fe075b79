import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkTypes } from '../../src/check/types.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { positionOf } from '../../src/source.ts'
import { createTemplateStore } from '../../src/template/template.ts'
import { worldOf } from '../template/merging.ts'

const folder = join(import.meta.dirname, '../../templates')
const shipped = Object.fromEntries(
  ['en', 'formulas']
    .flatMap(part => readdirSync(join(folder, part), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(name => [`templates/${name.slice(folder.length + 1)}`, readFileSync(name, 'utf8')])
)

/** Every finding as `file:line:column rule message`. */
function told(findings: readonly Diagnostic[]): string[] {
  return findings.map(({ rule, message, span }) => {
    if (!span) return `${rule} ${message}`
    const { line, column } = positionOf(span.source, span.start)
    return `${span.source.name.replace('templates/en/', '')}:${line}:${column} ${rule} ${message}`
  })
}

function checked(files: Readonly<Record<string, string>>): readonly Diagnostic[] {
  return checkTypes(createTemplateStore(worldOf(files)), 'en')
}

test('the shipped templates cannot fail on any dossier, and hold nothing that nothing reaches', () => {
  expect(told(checked(shipped))).toEqual([])
})

/** The findings of a note of one file. */
function find(text: string): string[] {
  return told(checked({ 'templates/en/note.hbs': text }))
}

describe('what could fail on some dossier', () => {
  test.each([
    ['{{recal}}', 'note.hbs:1:3 template/unknown-field there is no field `recal` (`recal`)'],
    ['{{number}}', 'note.hbs:1:3 template/null `number` may be `null` here']
  ])('%s', (text, finding) => {
    expect(find(text)).toEqual([finding])
  })
})
