/** What the command line knows of `verbale check` before it runs. */
import { COMMON, type Definition, JOBS } from '../options.ts'

/** Every format of `--coverage`, the default first. */
export const COVERAGES = {
  table: 'with every gap in words',
  lcov: 'for genhtml and code hosts',
  html: 'a page with the text of the templates'
} as const

export const CHECK = {
  words: ['check'],
  about: 'check records, templates, notes and fixtures',
  takes: {
    paths: {
      type: 'string',
      array: true,
      describe: 'files and folders; without any, the whole workspace',
      offers: 'file'
    }
  },
  options: {
    update: {
      type: 'boolean',
      describe: 'write the goldens of fixtures, and the baseline, as they would have to be; never where CI is set'
    },
    coverage: {
      type: 'string',
      array: true,
      requiresArg: true,
      bare: 'table',
      describe: `which branches of the templates no fixture reaches: ${Object.entries(COVERAGES)
        .map(([name, what]) => `${name} (${what})`)
        .join(', ')}; on standard output, or in a file: lcov=FILE; may be given several times`,
      defaultDescription: 'none',
      offers: Object.keys(COVERAGES)
    },
    'min-coverage': {
      type: 'string',
      requiresArg: true,
      describe: 'refuse where fixtures reach fewer than N percent of the branches',
      offers: []
    },
    rule: {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'how grave a rule is, CODE:off, information, warning or error; may be given several times',
      offers: 'code'
    },
    baseline: {
      type: 'string',
      requiresArg: true,
      describe: 'count only what is not in this file; --update writes it',
      offers: 'file'
    },
    today: {
      type: 'string',
      requiresArg: true,
      describe: 'the day by which exceptions end, such as 2026-11-14',
      defaultDescription: 'by the clock',
      offers: []
    },
    'max-warnings': { type: 'string', requiresArg: true, describe: 'refuse more than N warnings', offers: [] },
    jobs: { ...JOBS, describe: 'how many threads check notes; one where branches are counted' },
    explain: { type: 'string', requiresArg: true, describe: 'say what a code means and how to mend it', offers: [] },
    ...COMMON
  },
  examples: [
    ['$0 check', 'everything in this workspace'],
    ['$0 check register.yaml templates/', 'a register, and templates'],
    ['$0 check fixtures/ --update', 'accept what differs, once it has been read'],
    ['$0 check --coverage', 'which branches no fixture reaches'],
    ['$0 check --coverage html=coverage.html --min-coverage 100', 'the same to look at, and as a gate'],
    ['$0 check --report github --report sarif=found.sarif', 'in GitHub Actions'],
    ['$0 check --explain template/null', 'what a code means']
  ]
} as const satisfies Definition
