/** What the command line knows of `verbale record` before it runs. */
import { COMMON, type Definition, TIMEOUT } from '../options.ts'

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
      type: 'string',
      requiresArg: true,
      describe: 'the register',
      defaultDescription: 'found from the PDF as `render` does from a note, or from this folder',
      offers: 'file'
    },
    with: {
      type: 'string',
      requiresArg: true,
      describe: 'the file copy of an issue (or the issue of a file copy), where it does not stand beside it',
      offers: 'file'
    },
    request: {
      type: 'string',
      requiresArg: true,
      describe: 'the request of the note, which says what was set aside',
      defaultDescription: 'found in the workspace by number and date',
      offers: 'note'
    },
    id: {
      type: 'string',
      requiresArg: true,
      describe: 'the id of the entry',
      defaultDescription: 'of its number: note-12-2026'
    },
    format: {
      choices: ['yaml', 'json'],
      requiresArg: true,
      describe: 'how entries are printed',
      defaultDescription: 'yaml'
    },
    drafter: { type: 'string', requiresArg: true, describe: 'who drafted it; like the next three, kept in the house' },
    'sealed-at': { type: 'string', requiresArg: true, describe: 'when it was sealed: 2026-03-05, or 2026-03-05T16:30' },
    classification: { type: 'string', requiresArg: true, describe: 'how the house classifies its record' },
    retention: {
      type: 'string',
      requiresArg: true,
      describe: 'how long the record is kept: permanent, or years: P30Y',
      offers: ['permanent', 'P10Y', 'P30Y']
    },
    timeout: TIMEOUT,
    ...COMMON,
    report: {
      ...COMMON.report,
      describe: `without a PDF: csv or json lists what the register holds (csv=FILE: in a file); else ${COMMON.report.describe}`,
      offers: [...COMMON.report.offers, ...LISTINGS.filter(each => !COMMON.report.offers.includes(each))]
    }
  },
  examples: [
    ['$0 record note.pdf', 'its entry, to be put under `communications:`'],
    ['$0 record note.pdf --write', 'the same put there; the next protest can cite it'],
    ['$0 record note.pdf --write --sealed-at 2026-03-05 --retention permanent', 'with what only the house knows'],
    ['$0 record sent/*.file.pdf --write --register register.yaml', 'several'],
    ['$0 record --report csv=outgoing.csv', 'what the register holds, and the gaps in its numbers']
  ]
} as const satisfies Definition
