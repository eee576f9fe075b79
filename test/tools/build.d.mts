/** Builds the command line into `dist/`. Gives its path. */
export function buildCommandLine(): Promise<string>
