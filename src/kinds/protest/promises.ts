/** What the objects of a protest's dossier promise beyond their shapes. */
import type { Promised } from '../../dossier/promises.ts'

export const PROMISES = {
  recall: {
    promised: [
      {
        holds: [
          { path: 'numbered.*.number', isnt: [null] },
          { path: 'unnumbered.*.number', is: [null] },
          { path: 'sentBack.*.note.outcome', is: ['refused', 'returned'] }
        ]
      }
    ]
  },
  submission: {
    // it went from the sender's State to the addressee's, and a note whose parties have none cannot appeal to it
    promised: [
      {
        holds: [
          { path: 'from.state', isnt: [null] },
          { path: 'to.state', isnt: [null] }
        ]
      }
    ]
  },
  annex: {
    promised: [
      { when: { path: 'type', is: ['chronology'] }, holds: [{ path: '@root.recall', isnt: [null] }] },
      { when: { path: 'type', is: ['coordinates'] }, holds: [{ path: '@root.positions', isnt: [null] }] }
    ]
  },
  dossier: {
    // a protest passes between two States: a sender without one is refused, and an occasion that is not the addressee's
    promised: [
      {
        holds: [
          { path: 'sender.state', isnt: [null] },
          { path: 'recipient.state', isnt: [null] }
        ]
      }
    ]
  }
} as const satisfies { readonly [object: string]: { readonly promised: readonly Promised[] } }
