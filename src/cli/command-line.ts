/** The words of a command line in; the command run in a shell, or the text that it asks for printed, and the exit code, out. */
import { CHECK, COMPLETION, CONFIRM, EXPLAIN, NEW, RECORD, REGENERATE, RENDER, SCHEMA, VERIFY } from './definitions.ts'
import { Obstacle } from './obstacle.ts'
import { type Command, command } from './options.ts'
import { readWords } from './read-words.ts'
import { plainLine } from './report/report.ts'
import { faultText } from './report/tell.ts'
import type { ExitCode, RunCommand, Shell } from './shell.ts'

/** Every command, in the order of `--help`. */
export const COMMANDS: readonly Command[] = [
  command(NEW, async () => (await import('./commands/new.ts')).run),
  command(RENDER, async () => (await import('./commands/render.ts')).run),
  command(CHECK, async () => (await import('./commands/check.ts')).run),
  command(EXPLAIN, async () => (await import('./commands/explain.ts')).run),
  command(VERIFY, async () => (await import('./commands/verify.ts')).run),
  command(REGENERATE, async () => (await import('./commands/regenerate.ts')).run),
  command(RECORD, async () => (await import('./commands/record.ts')).run),
  command(CONFIRM, async () => (await import('./commands/confirm.ts')).run),
  command(SCHEMA, async () => (await import('./commands/schema.ts')).run),
  command(COMPLETION, async () => {
    const { run } = await import('./commands/completion.ts')
    return (given, shell) => run(given, shell, COMMANDS)
  })
]

/** What a command line asks for: a command, or the text of the help or the version. */
export type ParsedCommand =
  | { readonly type: 'run'; readonly run: RunCommand }
  | { readonly type: 'text'; readonly text: string }

/** Throws `Obstacle` for a line that means nothing. Texts are as wide as `columns` says. */
export async function readCommandLine(
  words: readonly string[],
  version: string,
  columns: () => number
): Promise<ParsedCommand> {
  const read = readWords(words, COMMANDS)
  if ('command' in read) return { type: 'run', run: read.command.start(read.given) }
  const { helpText } = await import('./help.ts')
  return { type: 'text', text: helpText(read, COMMANDS, version, columns()) }
}

/** Runs a command line, and gives the exit code. Whatever goes wrong is told on standard error; nothing is thrown. */
export async function runWords(words: readonly string[], shell: Shell, columns: () => number): Promise<ExitCode> {
  try {
    const asked = await readCommandLine(words, shell.home.version, columns)
    if (asked.type === 'run') return await asked.run(shell)
    shell.out.write(asked.text)
    return 0
  } catch (thrown) {
    const isOurs = !(thrown instanceof Obstacle)
    shell.err.write(isOurs ? faultText(thrown, shell) : `${plainLine(thrown.message, thrown.hints)}\n`)
    return isOurs ? 3 : 2
  }
}
