import { describe, expect, test } from 'vitest'
import { type CommonOptions, commonOptionsOf } from '../../src/cli/options.ts'
import { findingsOf, type NoteOutcome } from '../../src/cli/report/finding.ts'
import { tell } from '../../src/cli/report/tell.ts'
import { error, information, warning } from '../../src/diagnostic.ts'
import { shellWith } from './quiet-shell.ts'

const reported = (...report: string[]): Promise<CommonOptions> =>
  commonOptionsOf({ report, quiet: undefined, verbose: undefined, 'no-color': undefined })
const plain = await reported('pretty')
const findings = findingsOf([warning({ rule: 'r/w', message: 'odd', span: null })], 'a.yaml', name => name)
const errors = findingsOf([error({ rule: 'r/e', message: 'wrong', span: null })], 'b.yaml', name => name)
const made: NoteOutcome = { code: 0, findings, said: 'wrote a.pdf', bug: null }
const refused: NoteOutcome = { code: 1, findings: errors, said: null, bug: null }
const broken: NoteOutcome = { code: 3, findings: [], said: null, bug: { thrown: new TypeError('ours') } }

/** What is told, and the exit code. */
function told(outcomes: readonly NoteOutcome[], common: CommonOptions, terminal = false) {
  const said = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({
    terminal,
    write: (data: string | Uint8Array) => {
      said[name] += data
    }
  })
  const shell = shellWith({ out: stream('out'), err: stream('err') })
  return { code: tell(outcomes, common, shell), ...said }
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

  test('information in one line, and what was made behind it', () => {
    const news = [information({ rule: 'r/i', message: 'new', span: null })]
    const informed = { ...made, findings: [...findings, ...findingsOf(news, 'a.yaml', name => name)] }
    expect(told([informed], plain).err).toBe(
      'a.yaml warning r/w odd\n1 for information; `--verbose` shows it\nwrote a.pdf\n'
    )
    expect(told([informed], { ...plain, verbose: true }).err).toBe(
      'a.yaml information r/i new\na.yaml warning r/w odd\n1 warning, 1 for information\nwrote a.pdf\n'
    )
  })

  test('what was made stands out on a terminal', () => {
    expect(told([{ ...made, findings: [] }], plain, true).err).toBe('\u001B[1mwrote a.pdf\u001B[0m\n')
    expect(told([{ ...made, findings: [] }], { ...plain, plain: true }, true).err).toBe('wrote a.pdf\n')
  })

  test('quietly: errors only', () => {
    expect(told([made, refused], { ...plain, quiet: true }).err).toBe('b.yaml error r/e wrong\n')
  })

  test('a report for machines on standard error stands alone there', async () => {
    const { err } = told([made], await reported('json'))
    expect(JSON.parse(err)).toMatchObject([{ file: 'a.yaml', line: null, rule: 'r/w' }])
  })

  test('on standard output it stands beside the one for people', async () => {
    const { out, err } = told([made], await reported('pretty', 'json=-'))
    expect(JSON.parse(out)).toHaveLength(1)
    expect(err).toContain('wrote a.pdf')
  })
})
