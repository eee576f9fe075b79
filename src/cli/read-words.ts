/** The words of a command line in; the command and its answers out, where they are as its definition has them. */
import { parseArgs } from 'node:util'
import type { Command, CommandOption, ReadLine } from './options.ts'
import { prepareWords } from './words.ts'

/** The command that stands on a line. */
export function commandIn(words: readonly string[], commands: readonly Command[]): Command | null {
  const of = (word: string) => commands.find(each => each.words.includes(word))
  return words.map(of).find(each => each !== undefined) ?? null
}

/** The options of the command that stands on the line: two commands may have different ones under one name. */
export function optionsFor(
  words: readonly string[],
  commands: readonly Command[]
): Readonly<Record<string, CommandOption>> {
  return commandIn(words, commands)?.options ?? Object.assign({}, ...commands.map(each => each.options))
}

/** `verbale help render` is `verbale render --help`, as with many other programs. */
export function prepared(words: readonly string[], commands: readonly Command[]): string[] {
  const asked = words[0] === 'help' ? [...words.slice(1), '--help'] : words
  return prepareWords(asked, optionsFor(asked, commands))
}

/** Reads a line that begins with a command and asks for no help; null where anything else is to be said of it. */
export function readPlainly(words: readonly string[], commands: readonly Command[]): ReadLine | null {
  const [name = '', ...args] = prepared(words, commands)
  const command = commandIn([name], commands)
  if (command === null) return null
  const options = Object.entries(command.options).map(([key, { type, array = false, alias }]) => {
    const short = typeof alias === 'string' ? { short: alias } : {}
    return [key, { type: type === 'boolean' ? type : 'string', multiple: array, ...short }] as const
  })
  const parsed = attempted(() => parseArgs({ args, options: Object.fromEntries(options), allowPositionals: true }))
  if (parsed === null) return null
  const { values, positionals } = parsed
  const [[taken = '', what] = []] = Object.entries(command.takes)
  if (what?.array !== true && positionals.length > 1) return null
  if (what?.demandOption === true && positionals.length === 0) return null
  const given = { ...values, [taken]: what?.array === true ? positionals : positionals[0] }
  const known = Object.entries({ ...command.options, ...command.takes })
  return known.every(([key, option]) => isChoice(given[key], option)) ? { command, given } : null
}

/** What is wrong with a line yargs says, in the words of the house. */
function attempted<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch (thrown) {
    if (thrown instanceof TypeError && 'code' in thrown && /^ERR_PARSE_ARGS_/.test(String(thrown.code))) return null
    throw thrown
  }
}

function isChoice(value: unknown, { choices }: CommandOption): boolean {
  return value === undefined || choices === undefined || choices.some(each => each === value)
}
