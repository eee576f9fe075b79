/** The words of a command line in; the command to run, or the text that it asked for (help, version, completion), out. */
import yargs, { type Argv } from 'yargs'
import { didYouMean } from '../diagnostic.ts'
import { newCommand } from './new.ts'
import { Obstacle } from './obstacle.ts'
import { COMMON, type Command, HYPHEN } from './options.ts'
import { renderCommand } from './render.ts'
import { schemaCommand } from './schema.ts'
import type { Run } from './shell.ts'

/** Every command, in the order of `--help`. */
const COMMANDS: readonly Command[] = [newCommand, renderCommand, schemaCommand]

const COMPLETION = 'completion'

export type Asked = { readonly type: 'run'; readonly run: Run } | { readonly type: 'text'; readonly text: string }

/** Reads a command line. Throws `Obstacle` for one that means nothing, in one line, with the nearest word that does. */
export function readCommandLine(words: readonly string[], version: string, columns: number): Asked {
  let chosen: Run | null = null
  let text = ''
  const parser = COMMANDS.reduce((each, command) => command.add(each, run => (chosen = run)), base(version, columns))
  addCompletion(parser)
  parser.fail((message, thrown) => {
    if (thrown instanceof Obstacle) throw thrown
    throw misuse(message ?? '', words)
  })
  parser.parse(prepared(words), {}, (_thrown, _parsed, output) => {
    text = output
  })
  if (text !== '') return { type: 'text', text: `${text.trimEnd()}\n` }
  if (chosen === null) throw new Obstacle('no command given', ['`verbale --help` lists them'])
  return { type: 'run', run: chosen }
}

/**
 * The words as yargs can read them: a bare hyphen, which it drops, stands as another word, and what comes after `--` is
 * no option, which it knows but does not give to a command.
 */
function prepared(words: readonly string[]): string[] {
  const end = words.indexOf('--')
  const hidden = words.map(word => (word === '-' ? HYPHEN : word))
  if (end < 0) return hidden
  return [...hidden.slice(0, end), ...hidden.slice(end + 1).map(word => (word.startsWith('-') ? `./${word}` : word))]
}

/** yargs' own script; its own command for it does not go with `strict`. */
function addCompletion(parser: Argv): void {
  parser.command({
    command: COMPLETION,
    describe: 'print a completion script for bash or zsh, whichever SHELL names',
    builder: each => each.example('$0 completion >> ~/.bashrc', 'complete commands and options with the tab key'),
    handler: () => {
      parser.showCompletionScript()
    }
  })
}

function base(version: string, columns: number): Argv {
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
    .example('$0 new my-notes', 'a workspace that renders at once')
    .example('$0 render note.yaml', 'note.pdf, beside it')
    .epilogue('`verbale <command> --help` says more about each.')
    .check(parsed => {
      const twice = Object.keys(parsed).find(key => Array.isArray(parsed[key]) && !MANY.has(key))
      if (twice !== undefined) throw new Obstacle(`--${twice} is given more than once`)
      return true
    })
    .wrap(columns)
}

/** What may be given more than once. */
const MANY: ReadonlySet<string> = new Set(['_', 'notes', 'report'])

/** What yargs found wrong, in our words. */
function misuse(message: string, words: readonly string[]): Obstacle {
  const line = message.replace(/\s+/g, ' ').trim()
  const match = (pattern: RegExp): string | null => pattern.exec(line)?.[1] ?? null
  const unknown = match(/^Unknown (?:arguments?|commands?): (.*)$/)?.split(', ')[0] ?? null
  if (unknown !== null) return unknownWord(unknown, words)
  const bare = match(/^Not enough arguments following: (.*)$/)
  if (bare !== null) return new Obstacle(`${dashed(bare)} needs a value`)
  if (/^Not enough non-option arguments/.test(line)) {
    const command = words.find(word => commandOf(word) !== null) ?? ''
    return new Obstacle(`\`${command}\` needs a name after it`, [`\`verbale ${command} --help\` shows how`])
  }
  const choice = /^Invalid values: Argument: (\S+), Given: (.*?), Choices: (.*)$/.exec(line)
  if (choice) {
    const [, option = '', given = '', choices = ''] = choice
    const known = choices.split(', ').map(unquoted)
    const named = words.some(word => word.startsWith('-')) ? dashed(option) : option
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
    const known = [...COMMANDS.flatMap(each => each.words), COMPLETION]
    return new Obstacle(`there is no command \`${word}\``, didYouMean(word, known))
  }
  if (!isOption) return new Obstacle(`\`${word}\` is one name too many`)
  const known = [...(command?.options ?? []), ...Object.keys(COMMON), 'help', 'version'].map(dashed)
  return new Obstacle(`there is no option ${dashed(word)}`, didYouMean(dashed(word), known))
}

function dashed(option: string): string {
  return option.length === 1 ? `-${option}` : `--${option}`
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1')
}
