/** The command line, built where its sources changed since the last time; the path of what is run, out. */
import { buildIfChanged } from './build.mjs'

let built: Promise<string> | null = null

export function commandLine(): Promise<string> {
  built ??= buildIfChanged()
  return built
}
