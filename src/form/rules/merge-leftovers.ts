/** NV046: the text of a note in; what a merge left behind in it out. */
import { faultAt, find } from '../find.ts'
import type { Rule } from './rule.ts'

/** Inside a value, where `markup/spacing` lets the record have its own wording. */
const SPACES = / {2,}|(?<!\.)\.\.(?!\.)|(?<=[\p{L}\d)])[ \u00A0][,;](?=[ \n]|$)/gu

const SPACED: Readonly<Record<string, string>> = {
  '..': 'two full stops stand together',
  ',': 'a space stands before a comma',
  ';': 'a space stands before a semicolon'
}

export const NV046: Rule = {
  id: 'NV046',
  kind: 'any',
  title: 'nothing in a note is left over from its making',
  reason: 'a token or a doubled stop shows that nobody read the note',
  severity: 'error',
  on: 'document',
  decides: 'yes',
  stages: ['markup/spacing', 'markup/literal', 'markup/blank', 'template/blank', 'template/unknown-field'],
  judges: 'form',
  check: note => {
    const everywhere = () => true
    return [
      ...find(note, note.words.leftovers, everywhere).map(each =>
        faultAt(note, each, `\`${each.text}\` is left over from the making of the note`)
      ),
      ...find(note, SPACES, everywhere).map(each =>
        faultAt(note, each, SPACED[each.text.trim()] ?? 'two spaces stand together')
      )
    ]
  }
}
