/** The words of a command line in; the command run in a shell, and its exit code, out. */
import { readCommandLine } from './command-line.ts'
import { Obstacle } from './obstacle.ts'
import { plainLine } from './report/report.ts'
import { codeOf, faultText } from './report/tell.ts'
import type { ExitCode, Shell } from './shell.ts'

/** Whatever goes wrong is told on standard error; nothing is thrown. Help is as wide as `columns` says. */
export async function runWords(words: readonly string[], shell: Shell, columns: () => number): Promise<ExitCode> {
  try {
    const asked = await readCommandLine(words, shell.home.version, columns)
    if (asked.type === 'run') return await asked.run(shell)
    shell.out.write(asked.text)
    return 0
  } catch (thrown) {
    shell.err.write(
      thrown instanceof Obstacle ? `${plainLine(thrown.message, thrown.hints)}\n` : faultText(thrown, shell)
    )
    return codeOf(thrown)
  }
}
