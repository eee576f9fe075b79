/** A table of codes as it is written: what each means, and the mend. */
export type CodeTable = Readonly<Record<string, readonly [means: string, mend: string]>>
