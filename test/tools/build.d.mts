/** Builds the command line into `dist/`. Gives its path. */
export function buildCommandLine(): Promise<string>
/** Builds the command line where it would be another than the last time. Gives its path. */
export function buildIfChanged(): Promise<string>
