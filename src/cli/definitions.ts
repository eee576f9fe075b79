/** What the command line knows of every command before it runs: its names, what it takes, and its options. */
import { LANGUAGES } from '../languages/index.ts'
import type { Form } from '../records/forms.ts'
import { CONFORMANCES, FORMAT_NAMES, FORMATS } from '../write/formats.ts'
import { MADE_FORMS, reasonAgainst } from './commands/forms.ts'
import epilogues from './epilogues.json'
import { type CommandOption, type Definition, keysOf } from './options.ts'
import { REPORTS } from './report/report.ts'

/** An option that takes a text. */
function text(describe: string) {
  return { type: 'string', requiresArg: true, describe } as const
}

function file(describe: string) {
  return { ...text(describe), offers: 'file' } as const
}

/** An option that takes one of some words. */
function choice<const Words extends readonly string[]>(choices: Words, describe: string) {
  return { choices, requiresArg: true, describe } as const
}

/** An option that takes nothing. */
function flag(describe: string) {
  return { type: 'boolean', describe } as const
}

/** What a command cannot do without. */
function needed<const Taken extends CommandOption>(taken: Taken) {
  return { ...taken, demandOption: true } as const
}

/** Words, each with what it means in brackets. */
function listed(table: Readonly<Record<string, string | { readonly what: string }>>): string {
  const meaning = (about: string | { readonly what: string }) => (typeof about === 'string' ? about : about.what)
  return Object.entries(table)
    .map(([word, about]) => `${word} (${meaning(about)})`)
    .join(', ')
}

const REPORT_NAMES = keysOf(REPORTS)

/** The options of every command. */
const COMMON = {
  report: {
    ...text(
      `how to report findings: ${listed(REPORTS)}; on standard error, or in a file: json=FILE; may be given several times`
    ),
    array: true,
    defaultDescription: 'pretty',
    offers: REPORT_NAMES
  },
  quiet: flag('print errors only'),
  verbose: flag('also print findings for information'),
  'no-color': flag('print without colour, as NO_COLOR does')
} as const

const TIMEOUT = {
  ...text('time limit for a file, in seconds'),
  defaultDescription: '60',
  offers: ['60', '600']
} as const

const JOBS = {
  ...text('files at a time; each may take some 200 MB'),
  defaultDescription: '1, or 2 where there are as many processors',
  offers: ['1', '2', '4']
} as const

const FORM = { ...choice(MADE_FORMS, 'the form to use instead of the one that the note states'), reasonAgainst }
const LANGUAGE = choice(Object.keys(LANGUAGES), 'a language that the note lists, instead of the original one')
const TO_FILE = { ...file('a file, or - for standard output (the default)'), alias: 'o' } as const

export const NEW = {
  words: ['new'],
  about: 'make a workspace to start from',
  takes: { dir: needed({ ...text('an empty folder or a new one'), offers: 'folder' }) },
  options: COMMON
} as const satisfies Definition

export const RENDER = {
  words: ['render', 'compile'],
  about: 'make notes from their requests',
  takes: { notes: needed({ ...text('note requests; - is standard input'), array: true, offers: 'note' }) },
  options: {
    output: { ...file('a file, a folder (out/), or - for standard output; without it, beside the note'), alias: 'o' },
    format: { ...choice(FORMAT_NAMES, listed(FORMATS)), defaultDescription: 'as FILE ends, or pdf' },
    form: FORM,
    language: LANGUAGE,
    addressee: {
      ...text('the one of several addressees that it is made for, by id'),
      defaultDescription: 'all',
      offers: []
    },
    conformance: {
      ...choice(CONFORMANCES, 'the level of PDF/A that it claims, besides PDF/UA-1; 3a if it carries its sources'),
      defaultDescription: '2a'
    },
    sources: {
      ...choice(['embed', 'none'], 'whether the PDF carries the records and templates that it is made from'),
      defaultDescription: 'embed in file copies, else none'
    },
    internal: flag('let an issue carry its sources; it is marked to stay in the house'),
    watch: flag('render again whenever a source file changes'),
    ...COMMON
  }
} as const satisfies Definition

/** Every format of `--coverage`, the default first. */
export const COVERAGES = {
  table: 'with every gap in words',
  lcov: 'for genhtml and code hosts',
  html: 'a page with the text of the templates'
} as const

const COVERAGE_NAMES = keysOf(COVERAGES)

export const CHECK = {
  words: ['check'],
  about: 'check records, templates, notes and fixtures',
  takes: { paths: { ...file('files and folders; by default, the whole workspace'), array: true } },
  options: {
    update: flag('rewrite the goldens of fixtures, and the baseline, so that they match; never when CI is set'),
    coverage: {
      ...text(
        `list the template branches that no fixture reaches: ${listed(COVERAGES)}; on standard output, or in a file: lcov=FILE; may be given several times`
      ),
      array: true,
      bare: 'table',
      defaultDescription: 'none',
      offers: COVERAGE_NAMES
    },
    'min-coverage': { ...text('fail if fixtures reach less than N percent of the branches'), offers: [] },
    rule: {
      ...text('the severity of a rule: CODE:off, information, warning or error; may be given several times'),
      array: true,
      offers: 'code'
    },
    baseline: file('count only findings that are not in this file; --update writes it'),
    today: {
      ...text('the date on which exceptions are checked, such as 2026-11-14'),
      defaultDescription: 'by the clock',
      offers: []
    },
    'max-warnings': { ...text('fail if there are more than N warnings'), offers: [] },
    jobs: { ...JOBS, describe: 'how many threads check notes; one if coverage is measured' },
    explain: { ...text('say what a code means and how to fix the problem'), offers: [] },
    ...COMMON
  }
} as const satisfies Definition

/** Every format of `explain`, the default first. */
const EXPLAINED = { pretty: 'for people', json: 'for machines', html: 'a self-contained page' } as const

export type ExplainFormat = keyof typeof EXPLAINED

export const EXPLAIN_NAMES = keysOf(EXPLAINED)

export const EXPLAIN = {
  words: ['explain'],
  about: 'show who says so, for every statement of a note',
  takes: {
    note: needed(
      file('a note request, a file copy, or an issue with its file copy beside it; - is a request on standard input')
    )
  },
  options: {
    output: TO_FILE,
    format: { ...choice(EXPLAIN_NAMES, listed(EXPLAINED)), defaultDescription: 'as FILE ends, or pretty' },
    language: LANGUAGE,
    form: FORM,
    with: file('the file copy of an issue, if it is not beside it as NAME.file.pdf'),
    register: file('for a PDF: the register that must hold its file copy'),
    statements: flag('list the names of statements, with page and first words'),
    statement: { ...text('only statements with this number or name'), offers: ['1'] },
    page: { ...text('only statements on this page'), offers: ['1'] },
    search: { ...text('only statements that hold these words'), offers: [] },
    restricted: flag('show values that may not leave the house (coordinates); by default they are shown as restricted'),
    timeout: { ...TIMEOUT, describe: 'time limit for a PDF, in seconds' },
    ...COMMON
  }
} as const satisfies Definition

export const VERIFY = {
  words: ['verify'],
  about: 'check whether a PDF rebuilds and is the registered file',
  takes: { files: needed({ ...file('PDFs, or folders of them'), array: true }) },
  options: {
    with: file('the file copy of an issue, if it is not beside it as NAME.file.pdf'),
    register: file('the register that says which file was issued under which number'),
    sha256: text('the digest that the file was registered with'),
    jobs: JOBS,
    timeout: TIMEOUT,
    ...COMMON
  },
  epilogue: epilogues.verify.join('\n')
} as const satisfies Definition

/** What can be made of a file copy. */
const REBUILT = ['issue', 'file-copy', 'regenerated-copy', 'draft', 'courtesy-copy'] as const satisfies readonly Form[]

export const REGENERATE = {
  words: ['regenerate'],
  about: 'make a note again from its file copy alone',
  takes: { file: needed(file('a file copy, or an issue with its file copy beside it')) },
  options: {
    output: { ...file('the file to write, or - for standard output'), alias: 'o' },
    form: {
      ...choice(REBUILT, 'what to make from it; a regenerated copy names the file that it copies, with its SHA-256'),
      defaultDescription: 'the form of FILE'
    },
    with: file('the file copy of an issue, if it is not beside it'),
    extract: { ...text('write what it carries as a workspace, in an empty folder or a new one'), offers: 'folder' },
    ...COMMON
  }
} as const satisfies Definition

/** What a register can be listed as. */
export const LISTINGS: readonly string[] = ['csv', 'json']

export const RECORD = {
  words: ['record'],
  about: 'enter issued notes in the register, and list what it holds',
  takes: { files: { ...file('issues with their file copies beside them, or file copies'), array: true } },
  options: {
    write: flag('add the entries to the register; nothing else in it changes'),
    register: {
      ...file('the register'),
      defaultDescription: 'found from the PDF as `render` does from a note, or from this folder'
    },
    with: file('the file copy of an issue (or the issue of a file copy), if it is not beside it'),
    request: {
      ...text('the request of the note, which says what was set aside'),
      defaultDescription: 'found in the workspace by number and date',
      offers: 'note'
    },
    id: { ...text('the id of the entry'), defaultDescription: 'of its number: note-12-2026' },
    format: { ...choice(['yaml', 'json'], 'how entries are printed'), defaultDescription: 'yaml' },
    drafter: text('who drafted it; like the next three, kept in the house'),
    'sealed-at': text('when it was sealed: 2026-03-05, or 2026-03-05T16:30'),
    classification: text('how the house classifies its record'),
    retention: {
      ...text('how long the record is kept: permanent, or years: P30Y'),
      offers: ['permanent', 'P10Y', 'P30Y']
    },
    timeout: TIMEOUT,
    ...COMMON,
    report: {
      ...COMMON.report,
      describe: `without a PDF: csv or json lists what the register holds (csv=FILE: in a file); else ${COMMON.report.describe}`,
      offers: [...new Set([...REPORT_NAMES, ...LISTINGS])]
    }
  }
} as const satisfies Definition

export const CONFIRM = {
  words: ['confirm'],
  about: 'list the words of a note that nobody has confirmed, or enter who does',
  takes: { note: needed({ ...text('a note request'), offers: 'note' }) },
  options: {
    by: text('who confirms them; without it they are listed, to be printed and signed'),
    on: { ...text('the day on which they were confirmed'), defaultDescription: 'today', offers: [] },
    language: { ...LANGUAGE, defaultDescription: 'all that the note lists' },
    ...COMMON
  }
} as const satisfies Definition

/** Every schema, by the name that the command knows it by. */
export const SCHEMAS = [
  'register',
  'note',
  'settings',
  'dossier',
  'manifest',
  'explanation',
  'fixture',
  'confirmations',
  'translations'
] as const

export const SCHEMA = {
  words: ['schema'],
  about: 'print the JSON Schema of records, dossier and manifest',
  takes: { name: { choices: SCHEMAS, describe: 'which schema; by default all of them, in one object' } },
  options: { output: TO_FILE, ...COMMON }
} as const satisfies Definition

export const COMPLETION = {
  words: ['completion'],
  about: 'print a script that completes commands and options with the tab key',
  takes: { shell: { choices: ['bash', 'zsh'], demandOption: true, describe: 'for which shell' } },
  options: {}
} as const satisfies Definition
