/** The words of a command line in; the command to run, or the text that it asked for (help, version, completion), out. */
import { CHECK, COMPLETION, EXPLAIN, NEW, RECORD, REGENERATE, RENDER, SCHEMA, VERIFY } from './definitions.ts'
import { type Command, command } from './options.ts'
import { readWords } from './read-words.ts'
import type { RunCommand } from './shell.ts'

/** Every command, in the order of `--help`. */
export const COMMANDS: readonly Command[] = [
  command(NEW, async () => (await import('./commands/new.ts')).run),
  command(RENDER, async () => (await import('./commands/render.ts')).run),
  command(CHECK, async () => (await import('./commands/check.ts')).run),
  command(EXPLAIN, async () => (await import('./commands/explain.ts')).run),
  command(VERIFY, async () => (await import('./commands/verify.ts')).run),
  command(REGENERATE, async () => (await import('./commands/regenerate.ts')).run),
  command(RECORD, async () => (await import('./commands/record.ts')).run),
  command(SCHEMA, async () => (await import('./commands/schema.ts')).run),
  command(COMPLETION, async () => {
    const { run } = await import('./commands/completion.ts')
    return (given, shell) => run(given, shell, COMMANDS)
  })
]

export type ParsedCommand =
  | { readonly type: 'run'; readonly run: RunCommand }
  | { readonly type: 'text'; readonly text: string }

/**
 * Reads a command line. Throws `Obstacle` for one that means nothing, in one line, with the nearest word that does. Texts
 * are as wide as `columns` says.
 */
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
