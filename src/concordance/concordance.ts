/** A note whose request lists translations in; a working paper with its languages side by side, as PDF, out. */
import { distinct, error, Rejected } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { originOf } from '../fact.ts'
import { OWN_LANGUAGE } from '../languages/index.ts'
import { layOut } from '../layout/lay-out.ts'
import type { PageSettings } from '../layout/style.ts'
import { linesOf } from '../lines.ts'
import type { Profile } from '../records/profile.ts'
import { type Prepared, type PrepareOptions, prepare, type Rendered } from '../render.ts'
import { lineNameOf } from '../source.ts'
import { FORMATS } from '../write/formats.ts'
import { writePdf } from '../write/pdf/write.ts'
import { composeSheet, type SheetLanguage } from './compose.ts'
import { phrasesToConfirm, textsOf, wordingsToConfirm } from './confirm.ts'
import { evidenceOf } from './evidence.ts'
import { concordanceRows, type LanguageSide } from './rows.ts'

/**
 * Makes the note in each of its languages as far as its words, and lays them out in columns, the original first. Throws
 * `Rejected` for a note in one language, for a wish for one language, and for what stands against the note in any of them.
 */
export function renderConcordance(engine: Engine, options: PrepareOptions, prepared: Prepared): Rendered {
  const all = inAllLanguages(engine, options, prepared)
  const [original] = all
  const sides = all.map(sideOf)
  const { register, profile, request } = original.records
  const title = original.stages.document().title
  const document = composeSheet({
    language: OWN_LANGUAGE,
    title,
    languages: sides.map((side, index) => languageOf(side, index === 0, engine)),
    rows: concordanceRows(sides, id => Object.hasOwn(register.incidents, id)),
    phrases: phrasesToConfirm(sides, engine.records.preparsed),
    wordings: wordingsToConfirm(sides),
    stale: all.flatMap(({ notes, records: { language } }) =>
      notes
        .filter(each => each.rule === 'record/stale')
        .map(({ span, pointer }) => ({ language, place: span ? lineNameOf(span) : (pointer ?? '') }))
    ),
    ...evidenceOf(engine, all)
  })
  const layout = layOut(document, settingsFor(profile), engine.typesetter)
  const { language } = document
  // it carries nothing, so that no archive takes it for a note
  const facts = {
    language,
    title: document.title,
    date: request.date,
    issuedAt: null,
    conformance: '2a',
    attachments: []
  } as const
  const output = writePdf(layout, facts, engine.fonts, engine.world)
  const { read, form, registered } = prepared
  const notes = distinct(all.flatMap(each => each.notes))
  const { extension } = FORMATS.concordance
  return { notes, read, form, registered, output, extension, pages: layout.pages.length }
}

function inAllLanguages(
  engine: Engine,
  options: PrepareOptions,
  prepared: Prepared
): readonly [Prepared, ...Prepared[]] {
  const { request, language, spanOf } = prepared.records
  const { original, translations = [] } = request.languages
  const place = { span: spanOf(originOf('note', '/languages')), pointer: '/languages' }
  if (options.language !== undefined) {
    const message = `a concordance has all languages of its note, and not \`${options.language}\` alone`
    throw new Rejected([error({ rule: 'concordance/language', message, ...place, hints: ['leave out --language'] })])
  }
  if (translations.length === 0) {
    const message = `the note is written in \`${original}\` alone, so there is nothing to put beside it`
    const hints = ['list its `translations`']
    throw new Rejected([error({ rule: 'concordance/one-language', message, ...place, hints })])
  }
  // standard input is not read again
  const noteSource = spanOf(originOf('note', ''))?.source ?? options.noteSource
  const make = (tag: string) =>
    tag === language ? prepared : prepare(engine, { ...options, noteSource, language: tag })
  return [make(original), ...translations.map(make)]
}

function sideOf({ stages, templates, fill, records: { language } }: Prepared): LanguageSide {
  const { labels, blocks } = stages.document()
  return { language, before: [...labels, ...linesOf(templates.title, fill)], blocks }
}

function languageOf(side: LanguageSide, isOriginal: boolean, { world }: Engine): SheetLanguage {
  const text = textsOf(side)
    .map(each => each.text)
    .join('')
  return { tag: side.language, isOriginal, digest: world.sha256(new TextEncoder().encode(text)) }
}

/** The paper of the house on its long side, in small type, so that three languages stand side by side. */
function settingsFor({ page, text, parts, ...profile }: Profile): PageSettings {
  const margins = { top: 18, right: 14, bottom: 16, left: 14 }
  const numbers = { position: 'bottom', align: 'right', before: '', after: '' } as const
  return {
    ...profile,
    page: { ...page, margins, numbers, landscape: true, dividesRows: true },
    text: { ...text, size: 10, leading: 12.8, indent: 0, between: 4, hyphenate: true },
    parts: { ...parts, placement: {} }
  }
}
