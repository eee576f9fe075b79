/** NV052: what a note answers in; what was no note, and is answered in its own form, out. */
import { inRequest } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV052: Rule = {
  id: 'NV052',
  kind: 'any',
  title: 'a reply has the form of what it answers',
  reason: 'a note verbale is answered by one, a word of mouth by word of mouth',
  severity: 'warning',
  on: 'dossier',
  decides: { inPart: 'the form of a response, which the register does not hold: a house may follow one up by note' },
  stages: [],
  judges: 'form',
  check: note => {
    const answered = note.dossier.inReplyTo
    if (!answered || answered.type === 'note' || answered.type === 'response') return []
    const message = `\`${answered.id}\` is of the type \`${answered.type}\`, and a note verbale answers a note`
    return [
      {
        message,
        at: inRequest(note, '/in-reply-to'),
        hints: ['`refers-to` names what the note takes up without answering it']
      }
    ]
  }
}
