/** What the command line knows of `verbale verify` before it runs. */
import { COMMON, type Definition, file, JOBS, TIMEOUT, text } from '../options.ts'

const ANSWERS = [
  'Two questions, answered separately:',
  '  rebuilds    whether the file comes out to the byte when it is made again from what it, or its',
  '              file copy, carries. Anyone with this program can make a file that does.',
  '  registered  whether it is the file that the register names. Asked with --register or --sha256.',
  '              With --register its file copy must be the registered one, too, and number, date, addressee',
  '              and whatever else both say must be the same in the file and in its entry.',
  '',
  'Signatures are reported, not checked. A signer must leave the metadata alone: one that writes',
  'the XMP metadata anew, as pyHanko does unless it is told not to, alters the file.',
  '',
  'Exit codes:',
  '  0  every file rebuilds, and is registered where that was asked',
  '  1  some file does not rebuild, or is not registered',
  '  2  cannot tell here: a file copy, font or version is missing; or the command line is wrong',
  '  3  a fault of verbale itself'
].join('\n')

export const VERIFY = {
  words: ['verify'],
  about: 'check whether a PDF rebuilds and is the registered file',
  takes: {
    files: { type: 'string', array: true, demandOption: true, describe: 'PDFs, or folders of them', offers: 'file' }
  },
  options: {
    with: file('the file copy of an issue, if it is not beside it as NAME.file.pdf'),
    register: file('the register that says which file was issued under which number'),
    sha256: text('the digest that the file was registered with'),
    jobs: JOBS,
    timeout: TIMEOUT,
    ...COMMON
  },
  epilogue: ANSWERS
} as const satisfies Definition
