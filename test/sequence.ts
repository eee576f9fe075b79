/** The files of a run in; the longest first, also where nothing is known of an earlier run, out: so no worker waits long for the last. */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = join(import.meta.dirname, '..')

/** Those of more than some three seconds, of which Vitest would go by the size of the file. */
const LONGEST = [
  'test/commands/workspace.test.ts',
  'test/commands/archive.test.ts',
  'test/commands/notes.test.ts',
  'test/cli/hostile.whole.test.ts',
  'test/form/rules.test.ts',
  'test/cli/translations.test.ts',
  'test/check/check.test.ts',
  'test/archive/mutants.test.ts'
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = LONGEST.filter(name => !existsSync(join(root, name)))
    if (gone.length > 0) throw new Error(`test/sequence.ts names files that are not there: ${gone.join(', ')}`)
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.indexOf(relative(root, moduleId))
      return found < 0 ? LONGEST.length : found
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}
