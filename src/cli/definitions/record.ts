/** What the command line knows of `verbale record` before it runs. */
import { COMMON, choice, type Definition, file, TIMEOUT, text } from '../options.ts'

/** What a register can be listed as. */
export const LISTINGS: readonly string[] = ['csv', 'json']

export const RECORD = {
  words: ['record'],
  about: 'enter issued notes in the register, and list what it holds',
  takes: {
    files: {
      type: 'string',
      array: true,
      describe: 'issues with their file copies beside them, or file copies',
      offers: 'file'
    }
  },
  options: {
    write: { type: 'boolean', describe: 'add the entries to the register; nothing else in it changes' },
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
      offers: [...COMMON.report.offers, ...LISTINGS.filter(each => !COMMON.report.offers.includes(each))]
    }
  }
} as const satisfies Definition
