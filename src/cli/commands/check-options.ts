/** What the command line says of findings and coverage in; how they are to be counted and where they go, out. */
import { resolve } from 'node:path'
import { baselineOf } from '../../check/baseline.ts'
import { CODES } from '../../check/codes.ts'
import { type Counting, lowers } from '../../check/settings.ts'
import type { TextCoverage } from '../../coverage/coverage.ts'
import { coverageHtml } from '../../coverage/html.ts'
import { coverageLcov } from '../../coverage/lcov.ts'
import { coverageTable } from '../../coverage/table.ts'
import { attempt, type Diagnostic, didYouMean, type Severity } from '../../diagnostic.ts'
import { isEdtf } from '../../languages/edtf.ts'
import { type Baseline, readBaseline } from '../../records/baseline.ts'
import { SETTING_SEVERITIES } from '../../records/settings.ts'
import { COVERAGES } from '../definitions.ts'
import { writeWhole } from '../disk/atomic.ts'
import { kindOf, readFile } from '../disk/disk.ts'
import { today as clock } from '../environment.ts'
import { Obstacle } from '../obstacle.ts'
import { keysOf, type OutputTarget, targetIn } from '../options.ts'
import { type NoteOutcome, outcomeOf } from '../report/finding.ts'
import { count } from '../report/print.ts'
import type { Shell } from '../shell.ts'

type CoverageFormat = keyof typeof COVERAGES

const WRITERS: Readonly<Record<CoverageFormat, (texts: readonly TextCoverage[]) => string>> = {
  table: coverageTable,
  lcov: coverageLcov,
  html: coverageHtml
}

/** Reads the words of `--coverage`. Throws `Obstacle` for one that means nothing. */
export function coverageTargets(given: readonly string[]): OutputTarget<CoverageFormat>[] {
  const targets = given.map(each => {
    const { format: word, file } = targetIn('coverage', each)
    const format = keysOf(COVERAGES).find(name => name === word)
    if (!format) throw new Obstacle(`there is no coverage format \`${word}\``, didYouMean(word, keysOf(COVERAGES)))
    return { format, file: file === '-' ? null : file }
  })
  if (targets.filter(each => each.file === null).length > 1) {
    throw new Obstacle('only one coverage report can go to standard output', [
      'give the others a file: --coverage lcov=FILE'
    ])
  }
  return targets
}

/** Writes each; one that cannot be written does not hold up the others. */
export function writeCoverage(
  targets: readonly OutputTarget<CoverageFormat>[],
  texts: readonly TextCoverage[],
  shell: Shell
): NoteOutcome[] {
  return targets.map(({ format, file }) =>
    outcomeOf(() => {
      const text = WRITERS[format](texts)
      if (file === null) shell.out.write(text)
      else writeWhole(resolve(shell.cwd, file), text)
      return null
    })
  )
}

/** The words of the options. */
export interface CountingOptions {
  readonly today: string | undefined
  readonly rules: readonly string[]
  readonly baseline: string | undefined
}

/** Reads them. Throws `Obstacle` for what means nothing, and for a baseline that is not there unless it is `written`. */
export function countingOf({ today, rules, baseline }: CountingOptions, written: boolean, shell: Shell): Counting {
  return {
    today: today === undefined ? clock() : day(today),
    severities: new Map(rules.map(severityOf)),
    // what is found is to be written whole, whatever was known
    baseline: baseline === undefined || written ? null : baselineAt(baseline, shell)
  }
}

function day(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && isEdtf(text)) return text
  throw new Obstacle(`--today takes a date such as 2026-11-14, not \`${text}\``)
}

function severityOf(given: string): readonly [string, Severity | 'off'] {
  const at = given.lastIndexOf(':')
  if (at < 0) throw new Obstacle(`--rule takes a code and a severity: \`${given}:off\`, not \`${given}\``)
  const [rule, word] = [given.slice(0, at), given.slice(at + 1)]
  if (!CODES.has(rule)) throw new Obstacle(`no finding has the code \`${rule}\``, didYouMean(rule, CODES.keys()))
  const severity = SETTING_SEVERITIES.find(each => each === word)
  if (severity === undefined) {
    throw new Obstacle(`\`${rule}\` cannot be \`${word}\``, didYouMean(word, SETTING_SEVERITIES))
  }
  if (lowers(rule, severity)) {
    throw new Obstacle(`the severity of \`${rule}\` cannot be changed`, [
      'settings cannot change rules about facts, law or what must stay in the house'
    ])
  }
  return [rule, severity]
}

function baselineAt(file: string, shell: Shell): Baseline {
  const path = resolve(shell.cwd, file)
  const hints = ['--update writes it; from then on only new findings count']
  if (kindOf(path) === null) throw new Obstacle(`there is no baseline ${file}`, hints)
  const text = new TextDecoder().decode(readFile(path))
  const read = attempt(() => readBaseline({ name: file, text })).value
  if (read?.value) return read.value
  throw new Obstacle(`${file} is not a baseline`, hints)
}

/** Writes a baseline: what was found is known from now on, and does not count. */
export function writeBaseline(file: string, findings: readonly Diagnostic[], shell: Shell): NoteOutcome {
  return outcomeOf(() => {
    writeWhole(resolve(shell.cwd, file), baselineOf(findings))
    return `wrote ${file} (${count(findings.length, 'finding')})`
  })
}
