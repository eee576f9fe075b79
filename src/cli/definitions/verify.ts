/** What the command line knows of `verbale verify` before it runs. */
import epilogues from '../epilogues.json'
import { COMMON, type Definition, file, JOBS, TIMEOUT, text } from '../options.ts'

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
  epilogue: epilogues.verify.join('\n')
} as const satisfies Definition
