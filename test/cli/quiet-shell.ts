/** Parts of a shell in; a shell that says nothing, hears nothing and has no threads, but for those parts, out. */
import type { Shell } from '../../src/cli/shell.ts'

const silent = { terminal: false, write: () => {} }

export function shellWith(parts: Partial<Shell>): Shell {
  return {
    cwd: '/',
    home: { folder: '/', version: '1.2.3' },
    input: () => new Uint8Array(),
    out: silent,
    err: silent,
    plain: false,
    automation: { ci: false, summary: null },
    onInterrupt: () => {},
    startWorker: () => Promise.reject(new Error('a shell of the tests has no threads')),
    ...parts
  }
}
