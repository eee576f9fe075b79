/** What the command line says of findings in; how they are to be counted out: the day, severities, what was known before. */

import { resolve } from 'node:path'
import { baselineOf } from '../../check/baseline.ts'
import { CODES } from '../../check/codes.ts'
import { type Counting, lowers } from '../../check/settings.ts'
import { attempt, type Diagnostic, didYouMean, type Severity } from '../../diagnostic.ts'
import { isEdtf } from '../../languages/edtf.ts'
import { type Baseline, readBaseline } from '../../records/baseline.ts'
import { SETTING_SEVERITIES } from '../../records/settings.ts'
import { writeWhole } from '../disk/atomic.ts'
import { kindOf, readFile } from '../disk/disk.ts'
import { today as clock } from '../environment.ts'
import { Obstacle } from '../obstacle.ts'
import { type NoteOutcome, outcomeOf } from '../report/outcome.ts'
import { count } from '../report/print.ts'
import type { Shell } from '../shell.ts'

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
