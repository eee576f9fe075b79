/** Bundles one entry file into one CommonJS file for Node. Gives the names of what went in. */
export function bundle(entry: string, outfile: string): Promise<string[]>
/** Builds the command line into `dist/`. Gives its path. */
export function buildCommandLine(): Promise<string>
