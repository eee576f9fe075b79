/** The words of a command line in; the command to run, or the text that it asked for (help, version, completion), out. */
import yargs, { type Argv } from 'yargs'
import { didYouMean } from '../diagnostic.ts'
import { CHECK } from './definitions/check.ts'
import { COMPLETION } from './definitions/completion.ts'
import { EXPLAIN } from './definitions/explain.ts'
import { NEW } from './definitions/new.ts'
import { RECORD } from './definitions/record.ts'
import { REGENERATE } from './definitions/regenerate.ts'
import { RENDER } from './definitions/render.ts'
import { SCHEMA } from './definitions/schema.ts'
import { VERIFY } from './definitions/verify.ts'
import { Obstacle } from './obstacle.ts'
import { type Command, command, EXIT_CODES, type Option } from './options.ts'
import type { Run } from './shell.ts'
import { prepareWords } from './words.ts'

/** Every command, in the order of `--help`. */
const COMMANDS: readonly Command[] = [
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

/** The options of the command that stands on the line: two commands may have different ones under one name. */
function optionsFor(words: readonly string[]): Readonly<Record<string, Option>> {
  const command = words.map(commandOf).find(each => each !== null)
  return command?.options ?? Object.assign({}, ...COMMANDS.map(each => each.options))
}

export type Asked = { readonly type: 'run'; readonly run: Run } | { readonly type: 'text'; readonly text: string }

/**
 * Reads a command line. Throws `Obstacle` for one that means nothing, in one line, with the nearest word that does. Texts
 * are as wide as `columns` says.
 */
export function readCommandLine(words: readonly string[], version: string, columns: () => number): Asked {
  const asked = answer(words, version, null)
  // yargs sets the help of a command whether or not it is asked for, and lines that are not wrapped are soon set.
  return asked.type === 'text' ? answer(words, version, columns()) : asked
}

function answer(words: readonly string[], version: string, columns: number | null): Asked {
  let chosen: Run | null = null
  let text = ''
  const named = COMMANDS.filter(each => each.words.some(word => words.includes(word)))
  // yargs need not know those that the line does not name.
  const known = named.length > 0 ? named : COMMANDS
  const parser = known.reduce((each, { add }) => add(each, run => (chosen = run)), base(version, columns))
  parser.fail((message, thrown) => {
    if (thrown instanceof Obstacle) throw thrown
    throw misuse(message ?? '', words)
  })
  parser.parse(prepared(words), {}, (_thrown, _parsed, output) => {
    text = output
  })
  // What yargs takes for the default of a name that must be given.
  if (text !== '') return { type: 'text', text: `${text.trimEnd().replace(' [default: []]', '')}\n` }
  if (chosen === null) throw new Obstacle('no command given', ['`verbale --help` lists them'])
  return { type: 'run', run: chosen }
}

/** `verbale help render` is `verbale render --help`, as with many other programs. */
function prepared(words: readonly string[]): string[] {
  const asked = words[0] === 'help' ? [...words.slice(1), '--help'] : words
  return prepareWords(asked, optionsFor(asked))
}

function base(version: string, columns: number | null): Argv {
  return yargs()
    .scriptName('verbale')
    .usage('$0 <command>\n\nDrafts notes verbales from records and typesets them.')
    .locale('en')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'greedy-arrays': false,
      'strip-aliased': true
    })
    .exitProcess(false)
    .strict()
    .version('version', 'print the version', version)
    .help('help', 'say what a command does, with examples')
    .alias('help', 'h')
    .example('$0 new my-notes', 'a workspace that renders at once')
    .example('$0 render note.yaml', 'note.pdf, beside it')
    .epilogue(`${EXIT_CODES}\n\n\`verbale <command> --help\` says more about each.`)
    .wrap(columns)
}

/** What yargs found wrong, in our words. */
function misuse(message: string, words: readonly string[]): Obstacle {
  const line = message.replace(/\s+/g, ' ').trim()
  const match = (pattern: RegExp): string | null => pattern.exec(line)?.[1] ?? null
  const unknown = match(/^Unknown (?:arguments?|commands?): (.*)$/)?.split(', ')[0] ?? null
  if (unknown !== null) return unknownWord(unknown, words)
  const bare = match(/^Not enough arguments following: (.*)$/)
  if (bare !== null) return new Obstacle(`${dashed(bare)} needs a value`)
  if (/^Not enough non-option arguments/.test(line)) {
    const command = words.map(commandOf).find(each => each !== null)
    const name = command?.words[0] ?? ''
    return new Obstacle(`\`${name}\` needs a name after it`, [`\`verbale ${name} --help\` shows how`])
  }
  const choice = /^Invalid values: Argument: (\S+), Given: (.*?), Choices: (.*)$/.exec(line)
  if (choice) {
    const [, option = '', given = '', choices = ''] = choice
    const known = choices.split(', ').map(unquoted)
    const options = optionsFor(words)
    const named = Object.hasOwn(options, option) ? dashed(option) : option
    const reason = options[option]?.reasonAgainst?.(unquoted(given)) ?? null
    if (reason !== null) return new Obstacle(`${named} cannot be \`${unquoted(given)}\`: ${reason}`)
    return new Obstacle(`${named} cannot be \`${unquoted(given)}\``, didYouMean(unquoted(given), known))
  }
  return new Obstacle(line.charAt(0).toLowerCase() + line.slice(1))
}

function commandOf(word: string): Command | null {
  return COMMANDS.find(each => each.words.includes(word)) ?? null
}

function unknownWord(word: string, words: readonly string[]): Obstacle {
  const command = words.map(commandOf).find(each => each !== null) ?? null
  const isOption = words.some(each => each.startsWith('-') && each.replace(/^-+/, '').split('=')[0] === word)
  if (!isOption && !command) {
    const known = COMMANDS.flatMap(each => each.words)
    return new Obstacle(`there is no command \`${word}\``, didYouMean(word, known))
  }
  if (!isOption) return new Obstacle(`\`${word}\` is one name too many`)
  const known = [...Object.keys(command?.options ?? {}), 'help', 'version'].map(dashed)
  return new Obstacle(`there is no option ${dashed(word)}`, didYouMean(dashed(word), known))
}

function dashed(option: string): string {
  return option.length === 1 ? `-${option}` : `--${option}`
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1')
}
