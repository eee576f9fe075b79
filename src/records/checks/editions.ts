/** A communication of the register in; what its editions say twice, or otherwise than it says itself, out. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { keySpan, type Loaded, type Pointer, placeOf } from '../../value.ts'
import { isList, partsAt, type RecordPart, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'

export function editionFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const editions = partsAt(value, '/editions/*')
  if (editions.length === 0) return []
  const languages = valueAt(value, 'languages')
  const to = textAt(value, 'to')
  const said = editions.map(({ value: each }) =>
    [textAt(each, 'language'), textAt(each, 'form'), textAt(each, 'to') ?? to].join(' ')
  )
  const found = (message: string, place: Pointer, hint: string, span = placeOf(loaded, place)) =>
    error({ rule: 'record/editions', message, span, pointer: place, hints: [hint] })
  const findings = editions.flatMap(({ pointer: inner, value: each }, index) => {
    const language = textAt(each, 'language')
    const place = `${pointer}${inner}/language`
    if (language === null) return []
    const twice = `the edition in ${quoted(language)} is there already`
    const unsaid = `${quoted(language)} is not among the \`languages\` of this entry`
    const isTwice = said.indexOf(said[index] ?? '') < index
    return [
      ...(isTwice ? [found(twice, place, 'a note has one file in one language and form, to one addressee')] : []),
      ...(isList(languages) && !languages.includes(language) ? [found(unsaid, place, 'add it there')] : [])
    ]
  })
  if (valueAt(value, 'sha256') === undefined) return findings
  const both = `${pointer}/sha256`
  const message = '`sha256` stands beside `editions`, which say it of each file'
  return [...findings, found(message, both, 'say it in one of them', keySpan(loaded, both))]
}
