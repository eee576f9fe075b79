/** A communication of the register in; what its editions say twice, or otherwise than it says itself, out. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { type Loaded, type Pointer, placeOf } from '../../value.ts'
import { keySpan } from './key-span.ts'
import { isList, partsAt, type RecordPart, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'

export function editionFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const editions = partsAt(value, '/editions/*')
  if (editions.length === 0) return []
  const languages = valueAt(value, 'languages')
  const said = editions.map(({ value: each }) => [textAt(each, 'language'), textAt(each, 'form')].join(' '))
  const at = (message: string, place: Pointer, hints: readonly string[]) =>
    error({ rule: 'record/editions', message, span: placeOf(loaded, place), pointer: place, hints })
  const found = editions.flatMap(({ pointer: inner, value: each }, index) => {
    const language = textAt(each, 'language')
    const place = `${pointer}${inner}/language`
    if (language === null) return []
    const twice = said.indexOf(said[index] ?? '') < index
    const unsaid = isList(languages) && !languages.includes(language)
    return [
      ...(twice
        ? [
            at(`the edition in ${quoted(language)} is there already`, place, [
              'a note has one file in one language and form'
            ])
          ]
        : []),
      ...(unsaid
        ? [at(`${quoted(language)} is not among the \`languages\` of this entry`, place, ['add it there'])]
        : [])
    ]
  })
  if (valueAt(value, 'sha256') === undefined) return found
  const both = `${pointer}/sha256`
  const message = '`sha256` stands beside `editions`, which say it of each file'
  return [
    ...found,
    error({
      rule: 'record/editions',
      message,
      span: keySpan(loaded, both),
      pointer: both,
      hints: ['say it in one of them']
    })
  ]
}
