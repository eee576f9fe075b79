/** The words of a command line in; the command and its answers, or the words that ask for help, out. */
import { parseArgs } from 'node:util'
import { didYouMean } from '../diagnostic.ts'
import { Obstacle } from './obstacle.ts'
import type { Command, CommandOption } from './options.ts'

/** A command line that was read: the command, and the answers to its options and names. */
export interface ReadLine {
  readonly command: Command
  readonly given: Readonly<Record<string, unknown>>
}

type Options = ReadonlyMap<string, CommandOption>

/** Options that every command has without naming them. */
export const HELP: Readonly<Record<string, CommandOption>> = {
  help: { alias: 'h', type: 'boolean', describe: 'say what a command does, with examples' },
  version: { type: 'boolean', describe: 'print the version' }
}

/**
 * Reads a command line; gives the words that `helpText` takes where it asks for help or the version. Throws `Obstacle` for a
 * line that means nothing, in one line, with the nearest word that does.
 */
export function readWords(words: readonly string[], commands: readonly Command[]): ReadLine | readonly string[] {
  // as with many other programs
  const asked = words[0] === 'help' ? [...words.slice(1), '--help'] : words
  const command = commandOf(asked, commands)
  const known: Options = new Map(Object.entries({ ...command?.options, ...HELP }))
  const { options, names } = partsOf(asked, known)
  const [name, ...taken] = names
  const help = options.find(each => Object.hasOwn(HELP, each.name))
  if (help) refuseValue(help)
  if (help && (command || name === undefined)) return [...(command?.words.slice(0, 1) ?? []), `--${help.name}`]
  if (!help) refuseOptions(options, known)
  if (names.includes('')) throw new Obstacle('the name is empty')
  if (name === undefined) throw new Obstacle('no command given', ['`verbale --help` lists them'])
  if (!command) {
    const all = commands.flatMap(each => each.words)
    throw new Obstacle(`there is no command \`${name}\``, didYouMean(name, all))
  }
  const given = { ...answersOf(options, known), ...namesFor(taken, command) }
  refuseOthers(given, command)
  return { command, given }
}

/** The command that the first word names which is no option, and no value of one: which words are, every command has alike. */
function commandOf(words: readonly string[], commands: readonly Command[]): Command | undefined {
  const all: Options = new Map(commands.flatMap(each => Object.entries({ ...each.options, ...HELP })))
  const [name = ''] = partsOf(words, all).names
  return commands.find(each => each.words.includes(name))
}

/** An option on a line: its whole name where it is known, the word that it was typed as, and what follows it. */
interface TypedOption {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function partsOf(words: readonly string[], known: Options) {
  const types = [...known].map(([key, { type, alias }]) => {
    const short = typeof alias === 'string' ? { short: alias } : {}
    return [key, { type: type === 'boolean' ? type : 'string', ...short }] as const
  })
  const table = Object.fromEntries(types)
  const args = completed(words, known)
  const { tokens } = parseArgs({ args, options: table, allowPositionals: true, strict: false, tokens: true })
  const end = tokens.find(each => each.kind === 'option-terminator')?.index ?? args.length
  const options = tokens.flatMap((each): TypedOption[] => {
    if (each.kind !== 'option') return []
    // `-o=FILE` as `-oFILE`
    const isShort = each.inlineValue === true && !each.rawName.startsWith('--')
    return [isShort ? { ...each, value: each.value?.replace(/^=/, '') } : each]
  })
  const typed = tokens.filter(each => each.kind === 'positional')
  const names = typed.map(({ index, value }, place) => {
    const isFile = place > 0 && index > end && /^-./.test(value)
    return isFile ? `./${value}` : value
  })
  return { options, names }
}

/** Options that stand alone with the value that this means. */
function completed(words: readonly string[], known: Options): string[] {
  const end = words.indexOf('--')
  return words.map((word, index) => {
    if (end >= 0 && index > end) return word
    const { bare, offers = [] } = known.get(word.replace(/^--/, '')) ?? {}
    if (bare === undefined || !word.startsWith('--') || typeof offers === 'string') return word
    const [next = ''] = words[index + 1]?.split('=') ?? []
    return offers.includes(next) ? word : `${word}=${bare}`
  })
}

function refuseOptions(options: readonly TypedOption[], known: Options): void {
  const seen = new Set<string>()
  for (const { name, rawName, value, inlineValue } of options) {
    const option = known.get(name)
    if (!option) {
      const others = [...known.keys()].map(key => `--${key}`)
      const [begun, ...more] = others.filter(each => each.startsWith(rawName))
      const isMeant = begun !== undefined && more.length === 0
      throw new Obstacle(
        `there is no option ${rawName}`,
        isMeant ? [`did you mean \`${begun}\`?`] : didYouMean(rawName, others)
      )
    }
    const isFlag = option.type === 'boolean'
    if (isFlag) refuseValue({ name, value })
    if (seen.has(name) && option.array !== true) throw new Obstacle(`--${name} is given more than once`)
    seen.add(name)
    // a number may be below zero, and is then refused for what it says; a file of that name is written `./-5`
    const isNext = inlineValue !== true && (option.offers === 'file' ? /^-./ : /^-(?!\d|$)/).test(value ?? '')
    if (!isFlag && ((value ?? '') === '' || isNext)) throw new Obstacle(`${rawName} needs a value`)
  }
}

function refuseValue({ name, value }: Pick<TypedOption, 'name' | 'value'>): void {
  if (value !== undefined) throw new Obstacle(`--${name} takes no value`)
}

function answersOf(options: readonly TypedOption[], known: Options): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const { name, value } of options) {
    const isList = known.get(name)?.array === true
    given[name] = isList ? options.flatMap(each => (each.name === name ? [each.value] : [])) : (value ?? true)
  }
  return given
}

/** What the command takes besides options. */
function namesFor(names: readonly string[], { words: [command], takes }: Command): Record<string, unknown> {
  const [[key, { array, demandOption }] = ['', {}]] = Object.entries(takes)
  if (demandOption === true && names.length === 0)
    throw new Obstacle(`\`${command}\` needs a name after it`, [`\`verbale ${command} --help\` shows how`])
  if (array === true) return { [key]: names }
  if (names[1] !== undefined) throw new Obstacle(`\`${names[1]}\` is unexpected: too many names`)
  return { [key]: names[0] }
}

/** Refuses words that are none of those which an option takes. */
function refuseOthers(given: ReadLine['given'], { options, takes }: Command): void {
  for (const [key, { choices, reasonAgainst }] of Object.entries({ ...takes, ...options })) {
    const word = given[key]
    if (typeof word !== 'string' || choices === undefined || choices.includes(word)) continue
    const reason = reasonAgainst?.(word) ?? null
    const message = `${Object.hasOwn(options, key) ? `--${key}` : key} cannot be \`${word}\``
    throw reason === null
      ? new Obstacle(message, didYouMean(word, choices.map(String)))
      : new Obstacle(`${message}: ${reason}`)
  }
}
