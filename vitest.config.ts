/** How the tests are run: one process does many files one after the other, and what it has imported stays. */
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './test/sequence.ts'
import { whole } from './test/share.ts'

export default defineConfig({
  // As in the bundle: the texts of the command line are plain letters.
  resolve: { alias: { 'string-width': join(import.meta.dirname, 'test/tools/string-width.cjs') } },
  test: {
    exclude: whole ? configDefaults.exclude : [...configDefaults.exclude, '**/*.whole.test.ts'],
    // No file leaves anything behind: stores belong to their engines.
    isolate: false,
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // Notes make much that lives shortly: with more room for it, it is collected less often.
    execArgv: ['--max-semi-space-size=64'],
    // What is not in the cache by its contents is transformed anew.
    experimental: { fsModuleCache: true },
    // A busy machine may take many times as long as an idle one.
    testTimeout: 60_000,
    server: { deps: { inline: ['yargs', 'cliui'] } }
  }
})
