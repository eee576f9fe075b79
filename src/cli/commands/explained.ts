/** The code of a finding in; what it means and how to mend it, on standard output. */
import { CODES, meaningOf } from '../../check/codes.ts'
import { didYouMean } from '../../diagnostic.ts'
import { Obstacle } from '../obstacle.ts'
import type { ExitCode, Shell } from '../shell.ts'

/** Prints one line of the table of codes. Throws `Obstacle` for a code that nothing gives. */
export function explained(code: string, shell: Shell): ExitCode {
  const meaning = meaningOf(code)
  if (meaning === null) throw new Obstacle(`no finding has the code \`${code}\``, didYouMean(code, CODES.keys()))
  shell.out.write(`${code}\n  ${meaning.means}\n  ${meaning.mend}\n`)
  return 0
}
