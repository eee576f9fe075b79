/** What the build reads ahead of the package's own files, read once for all that a process makes of them. */
import { prepare } from './tools/ahead.ts'

// The makers of files for validators are bundled, and know no folder of their own.
export const preparsed = prepare(process.cwd())
