/** What the command line knows of `verbale check` before it runs. */
import { COMMON, type Definition, file, JOBS, text } from '../options.ts'

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
      describe: 'files and folders; by default, the whole workspace',
      offers: 'file'
    }
  },
  options: {
    update: {
      type: 'boolean',
      describe: 'rewrite the goldens of fixtures, and the baseline, so that they match; never when CI is set'
    },
    coverage: {
      ...text(
        `list the template branches that no fixture reaches: ${Object.entries(COVERAGES)
          .map(([name, what]) => `${name} (${what})`)
          .join(', ')}; on standard output, or in a file: lcov=FILE; may be given several times`
      ),
      array: true,
      bare: 'table',
      defaultDescription: 'none',
      offers: Object.keys(COVERAGES)
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
