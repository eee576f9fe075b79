/** The command line, built once for all tests of a process; the path of what is run, out. */
import { buildCommandLine } from './build.mjs'

let built: Promise<string> | null = null

export function commandLine(): Promise<string> {
  built ??= buildCommandLine()
  return built
}
