/** What was measured of templates in; the coverage as a table, a tracefile or a page, where the user wants it, out. */

import { resolve } from 'node:path'
import type { TextCoverage } from '../../coverage/coverage.ts'
import { coverageHtml } from '../../coverage/html.ts'
import { coverageLcov } from '../../coverage/lcov.ts'
import { coverageTable } from '../../coverage/table.ts'
import { didYouMean } from '../../diagnostic.ts'
import { COVERAGES } from '../definitions.ts'
import { writeWhole } from '../disk/atomic.ts'
import { Obstacle } from '../obstacle.ts'
import { type OutputTarget, targetIn } from '../options.ts'
import { type NoteOutcome, outcomeOf } from '../report/outcome.ts'
import type { Shell } from '../shell.ts'

type CoverageFormat = keyof typeof COVERAGES

const WRITERS: Readonly<Record<CoverageFormat, (texts: readonly TextCoverage[]) => string>> = {
  table: coverageTable,
  lcov: coverageLcov,
  html: coverageHtml
}

/** A format, and the file that it goes to; null for standard output. */
export type CoverageTarget = OutputTarget<CoverageFormat>

/** Reads the words of `--coverage`. Throws `Obstacle` for one that means nothing. */
export function coverageTargets(given: readonly string[]): CoverageTarget[] {
  const targets = given.map(each => {
    const { format, file } = targetIn('coverage', each)
    if (!isFormat(format))
      throw new Obstacle(`there is no coverage format \`${format}\``, didYouMean(format, Object.keys(COVERAGES)))
    return { format, file: file === '-' ? null : file }
  })
  if (targets.filter(each => each.file === null).length > 1) {
    throw new Obstacle('only one coverage report can go to standard output', [
      'give the others a file: --coverage lcov=FILE'
    ])
  }
  return targets
}

function isFormat(name: string): name is CoverageFormat {
  return Object.hasOwn(COVERAGES, name)
}

/** Writes each; one that cannot be written does not hold up the others. */
export function writeCoverage(
  targets: readonly CoverageTarget[],
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
