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
      ...text(
        `which branches of the templates no fixture reaches: ${Object.entries(COVERAGES)
          .map(([name, what]) => `${name} (${what})`)
          .join(', ')}; on standard output, or in a file: lcov=FILE; may be given several times`
      ),
      array: true,
      bare: 'table',
      defaultDescription: 'none',
      offers: Object.keys(COVERAGES)
    },
    'min-coverage': { ...text('refuse where fixtures reach fewer than N percent of the branches'), offers: [] },
    rule: {
      ...text('how grave a rule is, CODE:off, information, warning or error; may be given several times'),
      array: true,
      offers: 'code'
    },
    baseline: file('count only what is not in this file; --update writes it'),
    today: {
      ...text('the day by which exceptions end, such as 2026-11-14'),
      defaultDescription: 'by the clock',
      offers: []
    },
    'max-warnings': { ...text('refuse more than N warnings'), offers: [] },
    jobs: { ...JOBS, describe: 'how many threads check notes; one where branches are counted' },
    explain: { ...text('say what a code means and how to mend it'), offers: [] },
    ...COMMON
  }
} as const satisfies Definition
