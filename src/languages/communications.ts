/** The forms in which something passes between two sides, and what each is called by in records. */

/** The forms in which something passes between two sides. */
export const PAPERS = ['note', 'first-person-note', 'letter', 'aide-memoire', 'oral-protest', 'demarche'] as const
/** What a communication is called; `communication` where nothing more is known of it. */
export const COMMUNICATIONS = [...PAPERS, 'summons', 'response', 'communication'] as const

/** The ladder of what a note does, weakest first. Condemnation is a choice of its own. */
export const STRENGTHS = ['attention', 'concern', 'regret', 'protest', 'strong-protest', 'strongest-protest'] as const
