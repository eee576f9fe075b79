/** A note whose request lists translations in; what its languages do not say alike, before anything of it is written, out. */
import { attempt, type Diagnostic, error, refuse, warning } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { originOf } from '../fact.ts'
import { noteParity } from '../parity/notes.ts'
import { type Prepared, type PrepareOptions, prepare } from '../render.ts'

/**
 * Makes the other languages of a note as far as their words, and compares them all with the original. Throws `Rejected`
 * where they do not say the same. That one cannot be made yet is told of a note that is made alone, for a run that makes
 * all tells it where it makes that one; a translation is nothing without the others, unless it is a draft.
 */
export function compareLanguages(
  engine: Engine,
  options: PrepareOptions,
  prepared: Prepared,
  isAlone: boolean
): readonly Diagnostic[] {
  const { request, language, spanOf } = prepared.records
  // the same text of the request is not read again
  const given = { ...options, noteSource: spanOf(originOf('note', ''))?.source ?? options.noteSource }
  const { original, translations = [] } = request.languages
  const made = (translations.length === 0 ? [] : [original, ...translations]).map(tag => ({
    tag,
    ...attempt(() => (tag === language ? prepared : wordsOf(prepare(engine, { ...given, language: tag }))))
  }))
  const unmade = isAlone ? made.filter(each => !each.value) : []
  const missing = unmade.map(({ tag, findings }) => notMade(prepared, tag, findings))
  const whole = made.flatMap(each => each.value ?? [])
  return refuse([...missing, ...noteParity(engine, whole).findings])
}

function wordsOf(prepared: Prepared): Prepared {
  prepared.stages.document()
  return prepared
}

function notMade({ form, records }: Prepared, tag: string, findings: readonly Diagnostic[]): Diagnostic {
  const message = `the note cannot be made in \`${tag}\` yet, so nobody knows whether it says the same there`
  const span = records.spanOf(originOf('note', '/languages'))
  const hints = findings.slice(0, 3).map(each => each.message)
  const finding = { rule: 'parity/not-made', message, span, pointer: '/languages', hints }
  const isOriginal = records.language === records.request.languages.original
  return form === 'draft' || isOriginal ? warning(finding) : error(finding)
}
