/** Bundles one entry file into one CommonJS file for Node, which finds what it reads in `dist/`. */
export function bundle(entry: string, outfile: string): Promise<void>
/** Builds the command line into `dist/`. Gives its path. */
export function buildCommandLine(): Promise<string>
/** Builds the command line where it would be another than the last time. Gives its path. */
export function buildIfChanged(): Promise<string>
