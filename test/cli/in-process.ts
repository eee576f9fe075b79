/** A folder and the words of a command line in; what `verbale` would print there, and its exit code, out: without a process. */
import { readCommandLine } from '../../src/cli/command-line.ts'
import { Obstacle } from '../../src/cli/obstacle.ts'
import { faultText } from '../../src/cli/report/tell.ts'
import type { ExitCode } from '../../src/cli/shell.ts'
import { home } from '../fixtures.ts'
import { shellWith } from './quiet-shell.ts'

export interface Ran {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

export async function run(cwd: string, words: readonly string[]): Promise<Ran> {
  const said = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({
    terminal: false,
    write: (data: string | Uint8Array) => {
      said[name] += typeof data === 'string' ? data : new TextDecoder().decode(data)
    }
  })
  const shell = shellWith({ cwd, home, out: stream('out'), err: stream('err'), plain: true })
  try {
    const asked = await readCommandLine(words, shell.home.version, () => 100)
    return { code: asked.type === 'run' ? await asked.run(shell) : 0, ...said }
  } catch (thrown) {
    const text = thrown instanceof Obstacle ? [thrown.message, ...thrown.hints].join('; ') : faultText(thrown, shell)
    return { code: thrown instanceof Obstacle ? 2 : 3, out: said.out, err: said.err + text }
  }
}
