import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/cli/commands/make.ts'
import type { Manner } from '../../src/cli/options.ts'
import { findingsOf } from '../../src/cli/report/report.ts'
import { tell } from '../../src/cli/report/tell.ts'
import { error, warning } from '../../src/diagnostic.ts'
import { shellWith } from './quiet-shell.ts'

const plain: Manner = { quiet: false, plain: false, reports: [{ format: 'pretty', file: null }] }
const findings = findingsOf([warning({ rule: 'r/w', message: 'odd', span: null })], 'a.yaml', name => name)
const errors = findingsOf([error({ rule: 'r/e', message: 'wrong', span: null })], 'b.yaml', name => name)
const made: Outcome = { code: 0, findings, said: 'wrote a.pdf', bug: null }
const refused: Outcome = { code: 1, findings: errors, said: null, bug: null }
const broken: Outcome = { code: 3, findings: [], said: null, bug: { thrown: new TypeError('ours') } }

/** What is told, and the exit code. */
function told(outcomes: readonly Outcome[], manner: Manner) {
  const said = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({
    terminal: false,
    write: (data: string | Uint8Array) => {
      said[name] += data
    }
  })
  const shell = shellWith({ out: stream('out'), err: stream('err') })
  return { code: tell(outcomes, manner, shell), ...said }
}

describe('telling what came of notes', () => {
  test('findings, then what was made; the highest exit code', () => {
    expect(told([made, refused], plain)).toEqual({
      code: 1,
      out: '',
      err: 'a.yaml warning r/w odd\nb.yaml error r/e wrong\n1 error, 1 warning\nwrote a.pdf\n'
    })
    expect(told([made], plain).code).toBe(0)
    expect(told([], plain)).toEqual({ code: 0, out: '', err: '' })
  })

  test('a fault of ours: its stack, and a line that asks for a report; the other notes are told all the same', () => {
    const { code, err } = told([broken, made, refused], plain)
    expect(code).toBe(3)
    expect(err).toMatch(
      /wrote a\.pdf\nTypeError: ours\n +at [\s\S]*\nThis is a fault in verbale, not in your files\. Please report it with the lines above \(verbale 1\.2\.3, node v/
    )
  })

  test('quietly: errors only', () => {
    expect(told([made, refused], { ...plain, quiet: true }).err).toBe('b.yaml error r/e wrong\n')
  })

  test('a report for machines on standard error stands alone there', () => {
    const { err } = told([made], { ...plain, reports: [{ format: 'json', file: null }] })
    expect(JSON.parse(err)).toMatchObject([{ file: 'a.yaml', line: null, rule: 'r/w' }])
  })

  test('on standard output it stands beside the one for people', () => {
    const { out, err } = told([made], { ...plain, reports: [...plain.reports, { format: 'json', file: '-' }] })
    expect(JSON.parse(out)).toHaveLength(1)
    expect(err).toContain('wrote a.pdf')
  })
})
