/** A register and the file beside it that says which text each translation was made from, in; translations that no longer follow their text out. */
import * as z from 'zod'
import { type Diagnostic, error, information, type Severity, warning } from '../diagnostic.ts'
import { load } from '../load/load.ts'
import type { Span } from '../source.ts'
import { child, type Json, type Pointer } from '../value.ts'
import { readSource, type World } from '../world.ts'
import { fieldsOf, isList, isMapping } from './checks/parts.ts'
import { quoted } from './checks/quoted.ts'
import { FORMAT_VERSION, language } from './fields.ts'
import { byCodeUnit } from './sequence.ts'
import { type CheckedFile, validateShape } from './validate.ts'

/** The first signs of the SHA-256 of a text: enough to tell the texts of any register apart. */
const DIGITS = 12

const digest = z.string().regex(/^[0-9a-f]{12}$/, 'the first 12 signs of a SHA-256: `3f1c2a9b0d4e`')

export const translationsSchema = z
  .strictObject({
    verbale: z.literal(FORMAT_VERSION),
    from: language.describe(
      'The language in which the wordings of the register and of its requests are written first.'
    ),
    made: z
      .record(language, z.record(digest, z.array(digest).min(1)))
      .describe(
        'By language: the digest of a translation, with those of the texts that it was made from. `verbale check --update` adds what is missing; take an entry out to say that its translation was read again.'
      )
  })
  .meta({ id: 'Translations', title: 'verbale translations' })

export type Translations = z.infer<typeof translationsSchema>

/** The file that belongs to a register. */
export function translationsBeside(register: string): string {
  return `${register.slice(0, register.lastIndexOf('/') + 1)}translations.yaml`
}

/** What a register's translations were made from; null where nobody keeps that. */
export function readTranslations(world: World, register: string): CheckedFile<Translations> | null {
  const source = readSource(world, translationsBeside(register))
  return source && validateShape(translationsSchema, load(source))
}

/** A wording in a language, and the text that it has to follow. */
interface Translation {
  readonly pointer: Pointer
  readonly language: string
  readonly text: string
  readonly original: string
}

/** `unknown` where nobody has said from which text it was made. */
type Standing = 'follows' | 'stale' | 'unknown'

/** Every wording that a register or a request has in the first language and in another. Names are each language's own. */
function translationsIn(value: Json, from: string): Translation[] {
  const found: Translation[] = []
  const walk = (at: Json, pointer: Pointer): void => {
    if (isList(at)) for (const [index, each] of at.entries()) walk(each, child(pointer, index))
    if (!isMapping(at)) return
    const original = at[from]
    const isWording = original !== undefined && Object.keys(at).every(key => language.safeParse(key).success)
    for (const [key, each] of fieldsOf(at)) {
      if (!isWording && key !== 'names') walk(each, child(pointer, key))
      else if (isWording && key !== from)
        found.push({ pointer: child(pointer, key), language: key, text: textOf(each), original: textOf(original) })
    }
  }
  walk(value, '')
  return found
}

/** Words by shape or place as one text: what is read of them must not depend on the order of their keys. */
function textOf(words: Json): string {
  if (!isMapping(words)) return String(words)
  return [...fieldsOf(words)]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, each]) => `${key}: ${textOf(each)}`)
    .join('; ')
}

function digestOf(text: string, { sha256 }: World): string {
  return sha256(new TextEncoder().encode(text)).slice(0, DIGITS)
}

function standingOf({ language, text, original }: Translation, { made }: Translations, world: World): Standing {
  const known = made[language]?.[digestOf(text, world)]
  if (known === undefined) return 'unknown'
  return known.includes(digestOf(original, world)) ? 'follows' : 'stale'
}

/** What is asked of the translations of a register. */
interface StaleOptions {
  readonly severity: Exclude<Severity, 'information'>
  /** In which language; in all where nothing is said. */
  readonly language?: string
  readonly spanOf: (pointer: Pointer) => Span | null
}

/** Translations whose text has changed since they were made. One that nobody has said anything of is not stale. */
export function staleFindings(
  value: Json,
  translations: Translations,
  world: World,
  { severity, spanOf, ...asked }: StaleOptions
): Diagnostic[] {
  const { from } = translations
  const wanted = translationsIn(value, from).filter(each => each.language === (asked.language ?? each.language))
  return wanted
    .filter(each => standingOf(each, translations, world) === 'stale')
    .map(({ language, pointer, text, original }) => {
      const message = `the words in \`${language}\` were made from other words in \`${from}\` than stand here now`
      const hints = [
        `\`${from}\` says now: ${quoted(original)}`,
        `\`${language}\` says: ${quoted(text)}`,
        `translate it anew; if it is still right, take \`${digestOf(text, world)}\` out of \`translations.yaml\``,
        'then `verbale check --update` notes what it was made from'
      ]
      const finding = { rule: 'record/stale', message, span: spanOf(pointer), pointer, hints }
      return severity === 'error' ? error(finding) : warning(finding)
    })
}

/** How many translations nobody has said anything of. */
export function untoldFindings(value: Json, translations: Translations, world: World, span: Span): Diagnostic[] {
  const all = translationsIn(value, translations.from)
  const untold = all.filter(each => standingOf(each, translations, world) === 'unknown').length
  if (untold === 0) return []
  const message = `nobody has said from which words ${untold} of ${all.length} translations were made`
  const hints = ['once they are read, `verbale check --update` notes it']
  return [information({ rule: 'record/untold', message, span, pointer: '/made', hints })]
}

/**
 * The text of the file with every translation of which nothing was said; null where there is none. What is stale stays so:
 * only a person knows that it is right, and says so by taking its entry out.
 */
export function withUntold(value: Json, translations: Translations, world: World): string | null {
  const untold = translationsIn(value, translations.from).filter(
    each => standingOf(each, translations, world) === 'unknown'
  )
  if (untold.length === 0) return null
  const made = new Map(
    Object.entries(translations.made).map(([tag, entries]) => [tag, new Map(Object.entries(entries))])
  )
  for (const { language, text, original } of untold) {
    const entries = made.get(language) ?? new Map<string, string[]>()
    const [own, of] = [digestOf(text, world), digestOf(original, world)]
    entries.set(own, [...new Set([...(entries.get(own) ?? []), of])].sort())
    made.set(language, entries)
  }
  return fileText(translations.from, made)
}

/** A sign in quotation marks is a text, whatever number YAML would see in it. */
function fileText(from: string, made: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>): string {
  const sorted = <T>(entries: ReadonlyMap<string, T>) => [...entries].sort(([a], [b]) => byCodeUnit(a, b))
  const lines = sorted(made).flatMap(([tag, entries]) => [
    `  ${tag}:`,
    ...sorted(entries).map(([own, texts]) => `    '${own}': [${texts.map(each => `'${each}'`).join(', ')}]`)
  ])
  return `${HEAD}verbale: ${FORMAT_VERSION}\nfrom: ${from}\nmade:\n${lines.join('\n')}\n`
}

const HEAD = `# From which words each translation in the register and in its requests was made: by language, the digest of the
# translation and those of its texts. \`verbale check --update\` adds what is missing. Take an entry out to say that its
# translation was read again.
`
