/** The words that ask for help, or for the version, in; what is printed for them out. */
import yargs, { type Argv } from 'yargs'
import epilogues from './epilogues.json'
import examples from './examples.json'
import type { Command } from './options.ts'
import { HELP } from './read-words.ts'

/** Command lines of each command, and what they make. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = examples

/** What every exit code means, at the end of the help. */
const EXIT_CODES = epilogues.every.join('\n')

/** Sets the text as wide as `columns` says. */
export function helpText(
  words: readonly string[],
  commands: readonly Command[],
  version: string,
  columns: number
): string {
  let text = ''
  const parser = yargs()
    .scriptName('verbale')
    .usage('$0 <command>\n\nDrafts notes verbales from records and typesets them.')
    .locale('en')
    .exitProcess(false)
    .version('version', String(HELP['version']?.describe), version)
    .help('help', String(HELP['help']?.describe))
    .alias('help', 'h')
    .example('$0 new my-notes', 'a workspace that renders at once')
    .example('$0 render note.yaml', 'note.pdf, beside it')
    .epilogue(`${EXIT_CODES}\n\n\`verbale <command> --help\` says more about each.`)
    .wrap(columns)
  for (const command of commands) add(command, parser)
  parser.parse([...words], {}, (_thrown, _parsed, output) => {
    text = output
  })
  // What yargs takes for the default of a name that must be given.
  return `${text.trimEnd().replace(' [default: []]', '')}\n`
}

function add({ words, about, takes, options, epilogue = EXIT_CODES }: Command, parser: Argv): void {
  const [name, ...aliases] = words
  const names = Object.entries(takes).map(([key, { demandOption, array }]) => {
    const taken = array === true ? `${key}..` : key
    return demandOption === true ? `<${taken}>` : `[${taken}]`
  })
  const builder = (each: Argv): Argv => {
    for (const [key, option] of Object.entries(takes)) each.positional(key, option)
    for (const [line, what] of Object.entries(EXAMPLES[name] ?? {})) each.example(line, what)
    return each.options(options).epilogue(epilogue)
  }
  const handler = (): void => {}
  parser.command({ command: [name, ...names].join(' '), aliases, describe: about, builder, handler })
}
