/** The words of a command line in; what yargs makes of them: a command with its answers, the help that was asked for, or what is wrong. */
import yargs, { type Argv } from 'yargs'
import { didYouMean } from '../diagnostic.ts'
import { Obstacle } from './obstacle.ts'
import { type Command, EXIT_CODES, type ReadLine } from './options.ts'
import { commandIn, optionsFor, prepared } from './read-words.ts'

/**
 * Reads a command line, or sets the help that it asks for as wide as `columns` says. Throws `Obstacle` for one that means
 * nothing, in one line, with the nearest word that does.
 */
export function readByYargs(
  words: readonly string[],
  commands: readonly Command[],
  version: string,
  columns: () => number
): ReadLine | string {
  const asked = answer(words, commands, version, null)
  // yargs sets the help of a command whether or not it is asked for, and lines that are not wrapped are soon set.
  return typeof asked === 'string' ? answer(words, commands, version, columns()) : asked
}

function answer(
  words: readonly string[],
  commands: readonly Command[],
  version: string,
  columns: number | null
): ReadLine | string {
  let read: ReadLine | null = null
  let text = ''
  const parser = commands.reduce(
    (each, command) => command.add(each, given => (read = { command, given })),
    base(version, columns)
  )
  parser.fail((message, thrown) => {
    if (thrown instanceof Obstacle) throw thrown
    throw misuse(message ?? '', words, commands)
  })
  parser.parse(prepared(words, commands), {}, (_thrown, _parsed, output) => {
    text = output
  })
  // What yargs takes for the default of a name that must be given.
  if (text !== '') return `${text.trimEnd().replace(' [default: []]', '')}\n`
  if (read === null) throw new Obstacle('no command given', ['`verbale --help` lists them'])
  return read
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
function misuse(message: string, words: readonly string[], commands: readonly Command[]): Obstacle {
  const line = message.replace(/\s+/g, ' ').trim()
  const match = (pattern: RegExp): string | null => pattern.exec(line)?.[1] ?? null
  const unknown = match(/^Unknown (?:arguments?|commands?): (.*)$/)?.split(', ')[0] ?? null
  if (unknown !== null) return unknownWord(unknown, words, commands)
  const bare = match(/^Not enough arguments following: (.*)$/)
  if (bare !== null) return new Obstacle(`${dashed(bare)} needs a value`)
  if (/^Not enough non-option arguments/.test(line)) {
    const name = commandIn(words, commands)?.words[0] ?? ''
    return new Obstacle(`\`${name}\` needs a name after it`, [`\`verbale ${name} --help\` shows how`])
  }
  const choice = /^Invalid values: Argument: (\S+), Given: (.*?), Choices: (.*)$/.exec(line)
  if (choice) {
    const [, option = '', given = '', choices = ''] = choice
    const known = choices.split(', ').map(unquoted)
    const options = optionsFor(words, commands)
    const named = Object.hasOwn(options, option) ? dashed(option) : option
    const reason = options[option]?.reasonAgainst?.(unquoted(given)) ?? null
    if (reason !== null) return new Obstacle(`${named} cannot be \`${unquoted(given)}\`: ${reason}`)
    return new Obstacle(`${named} cannot be \`${unquoted(given)}\``, didYouMean(unquoted(given), known))
  }
  return new Obstacle(line.charAt(0).toLowerCase() + line.slice(1))
}

function unknownWord(word: string, words: readonly string[], commands: readonly Command[]): Obstacle {
  const command = commandIn(words, commands)
  const isOption = words.some(each => each.startsWith('-') && each.replace(/^-+/, '').split('=')[0] === word)
  if (!isOption && !command) {
    const known = commands.flatMap(each => each.words)
    return new Obstacle(`there is no command \`${word}\``, didYouMean(word, known))
  }
  if (!isOption) return new Obstacle(`\`${word}\` is unexpected: too many names`)
  const known = [...Object.keys(command?.options ?? {}), 'help', 'version'].map(dashed)
  return new Obstacle(`there is no option ${dashed(word)}`, didYouMean(dashed(word), known))
}

function dashed(option: string): string {
  return option.length === 1 ? `-${option}` : `--${option}`
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1')
}
