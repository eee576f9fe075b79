/** The forms that a note can be made in: plain data, for whoever asks before any record is read. */

export const FORMS = ['draft', 'issue', 'courtesy-copy', 'file-copy', 'certified-copy', 'regenerated-copy'] as const

/** What a note is made as. */
export type Form = (typeof FORMS)[number]
