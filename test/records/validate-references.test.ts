import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { KINDS } from '../../src/kinds/index.ts'
import { PROTEST } from '../../src/kinds/protest/protest.ts'
import { load } from '../../src/load/load.ts'
import { fieldsOf, isList } from '../../src/records/checks/parts.ts'
import { requestSchemaOf } from '../../src/records/request.ts'
import { registerSchema } from '../../src/records/schema.ts'
import { validateRegister, validateRequest, validateShape } from '../../src/records/validate.ts'
import { type Json, type Loaded, steps } from '../../src/value.ts'

/** A register and a request in which every field that names a record is there. */
const register = read('register')
const note = read('note')

function read(kind: 'register' | 'note'): Loaded {
  const url = new URL(`every-reference/${kind}.yaml`, import.meta.url)
  return load({ name: `${kind}.yaml`, text: readFileSync(url, 'utf8') })
}

function replaced(value: Json, [step, ...rest]: readonly string[], id: string): Json {
  if (step === undefined) return id
  if (isList(value)) return value.map((each, index) => (String(index) === step ? replaced(each, rest, id) : each))
  return Object.fromEntries(fieldsOf(value).map(([key, each]) => [key, key === step ? replaced(each, rest, id) : each]))
}

function withId(loaded: Loaded, pointer: string, id: string): Loaded {
  expect(loaded.places.has(pointer)).toBe(true)
  return { ...loaded, value: replaced(loaded.value, steps(pointer), id) }
}

function told(findings: readonly Diagnostic[]): string[] {
  // That a fact is stated is told of every selection, and is no finding about a reference.
  return findings
    .filter(each => each.rule !== 'record/stated')
    .map(each => `${each.pointer} ${each.rule} ${each.message}`)
}

test('what is used here has no findings of its own', () => {
  expect([
    validateShape(registerSchema, register).findings,
    validateShape(requestSchemaOf(PROTEST), note).findings
  ]).toEqual([[], []])
  expect(told(validateRegister(register).findings)).toEqual([])
  expect(told(validateRequest(note, validateRegister(register), KINDS).findings)).toEqual([])
})

describe('in a register', () => {
  test.each([
    ['/parties/arvenia-mfa/of', 'party', 'company', '`company` is of kind `company`, expected a State'],
    [
      '/parties/arvenia-mfa/accredited-to',
      'party',
      'company',
      '`company` is of kind `company`, expected a State or an international organisation'
    ],
    ['/facilities/depot/of', 'party', 'company', '`company` is of kind `company`, expected a State'],
    ['/facilities/depot/in', 'party', 'company', '`company` is of kind `company`, expected a State'],
    ['/facilities/depot/owner', 'party', 'arvenia', '`arvenia` is of kind `state`, expected a company or another body'],
    ['/facilities/depot/part-of', 'facility', 'attack', '`attack` is an incident, expected a facility'],
    ['/incidents/attack/facilities/0', 'facility', 'press', '`press` is a source, expected a facility'],
    ['/incidents/attack/territory', 'party', 'company', '`company` is of kind `company`, expected a State'],
    ['/incidents/attack/attribution/to', 'party', 'company', '`company` is of kind `company`, expected a State'],
    ['/incidents/attack/evidence/0/source', 'source', 'arvenia', '`arvenia` is a party, expected a source'],
    ['/incidents/attack/damage/0/evidence/0/source', 'source', 'depot', '`depot` is a facility, expected a source'],
    [
      '/incidents/attack/measures/0/evidence/0/source',
      'source',
      'attack',
      '`attack` is an incident, expected a source'
    ],
    [
      '/incidents/attack/circumstances/0/evidence/0/source',
      'source',
      'attack',
      '`attack` is an incident, expected a source'
    ],
    [
      '/incidents/attack/casualties/killed/0/evidence/0/source',
      'source',
      'attack',
      '`attack` is an incident, expected a source'
    ],
    ['/communications/list/from', 'party', 'arvenia', '`arvenia` is of kind `state`, expected one that writes notes'],
    ['/communications/list/to', 'party', 'company', '`company` is of kind `company`, expected one that writes notes'],
    ['/communications/answer/incidents/0', 'incident', 'press', '`press` is a source, expected an incident'],
    [
      '/communications/answer/in-reply-to',
      'communication',
      'attack',
      '`attack` is an incident, expected a communication'
    ],
    [
      '/communications/answer/refers-to/0',
      'communication',
      'attack',
      '`attack` is an incident, expected a communication'
    ],
    [
      '/communications/answer/supersedes',
      'communication',
      'attack',
      '`attack` is an incident, expected a communication'
    ],
    ['/communications/list/assurance/by', 'party', 'attack', '`attack` is an incident, expected a party'],
    ['/communications/list/assurance/concerning', 'party', 'attack', '`attack` is an incident, expected a party'],
    [
      '/communications/list/assurance/evidence/0/source',
      'source',
      'attack',
      '`attack` is an incident, expected a source'
    ],
    ['/communications/list/evidence/0/source', 'source', 'attack', '`attack` is an incident, expected a source'],
    ['/communications/list/scope/in', 'party', 'company', '`company` is of kind `company`, expected a State'],
    ['/communications/list/scope/facilities/0', 'facility', 'attack', '`attack` is an incident, expected a facility']
  ])('%s names a %s', (pointer, kind, wrong, message) => {
    const unknown = validateRegister(withId(register, pointer, 'nobody'))
    expect(told(unknown.findings)).toEqual([`${pointer} record/unknown-id the register has no ${kind} \`nobody\``])
    const [first, ...more] = told(validateRegister(withId(register, pointer, wrong)).findings)
    expect(first?.startsWith(`${pointer} record/wrong-kind ${message}`)).toBe(true)
    expect(more).toEqual([])
  })
})

describe('in a request', () => {
  test.each([
    ['/from', 'party', 'arvenia', '`arvenia` is of kind `state`, expected one that writes notes'],
    ['/to', 'party', 'company', '`company` is of kind `company`, expected one that writes notes'],
    ['/occasion/0', 'incident', 'press', '`press` is a source, expected an incident'],
    ['/recall/incidents/0', 'incident', 'press', '`press` is a source, expected an incident'],
    ['/recall/except/0/incident', 'incident', 'press', '`press` is a source, expected an incident'],
    ['/submission', 'communication', 'answer', '`answer` is of kind `response`, expected a submission'],
    ['/refers-to/0', 'communication', 'attack', '`attack` is an incident, expected a communication'],
    ['/in-reply-to', 'communication', 'attack', '`attack` is an incident, expected a communication'],
    ['/supersedes', 'communication', 'attack', '`attack` is an incident, expected a communication'],
    ['/insert/0/source', 'source', 'attack', '`attack` is an incident, expected a source'],
    ['/override/0/incident', 'incident', 'press', '`press` is a source, expected an incident'],
    ['/stated/positions/0/incident', 'incident', 'press', '`press` is a source, expected an incident']
  ])('%s names a %s', (pointer, kind, wrong, message) => {
    const checked = validateRegister(register)
    const unknown = validateRequest(withId(note, pointer, 'nobody'), checked, KINDS)
    expect(told(unknown.findings)).toEqual([`${pointer} record/unknown-id the register has no ${kind} \`nobody\``])
    const [first, ...more] = told(validateRequest(withId(note, pointer, wrong), checked, KINDS).findings)
    expect(first?.startsWith(`${pointer} record/wrong-kind ${message}`)).toBe(true)
    expect(more).toEqual([])
  })
})
