/** A kind of note that no house needs: it congratulates. What a kind must bring along, and nothing else. */
import * as z from 'zod'
import { localise } from '../../../src/dossier/assembly/localise.ts'
import type { NoteKind } from '../../../src/dossier/kind.ts'
import { text } from '../../../src/dossier/schema.ts'
import { localised } from '../../../src/records/fields.ts'

const request = { upon: localised.describe('What the note congratulates upon.') }
const requestShape = z.object(request)

export const FELICITATION: NoteKind = {
  name: 'felicitation',
  request,
  insertPlaces: ['congratulation'],
  relations: () => [],
  dossier: { upon: text },
  promised: [],
  decide: () => ({
    notes: [],
    positions: [],
    articles: [],
    say: drafting => {
      const upon = localise(drafting, requestShape.parse(drafting.request).upon, 'note', '/upon')
      return { parts: { upon, annexes: [] }, unanswered: [] }
    }
  }),
  incidents: () => [],
  used: () => ({ subjects: [], incidents: [], communications: [], sources: [], coordinates: [], coverage: {} }),
  carried: given => given,
  statedTraces: traces => traces,
  mustSay: () => [
    {
      pointer: '/upon',
      by: 'printed',
      rule: 'template/unprinted',
      message: 'the template says nowhere what the note congratulates upon',
      hint: 'the template needs `{{upon}}`'
    }
  ]
}
