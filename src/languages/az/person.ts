/** The first and second person in Azerbaijani, which hide in the endings of nouns and verbs: the pattern that finds them. */
import { pattern } from '../pattern.ts'

/** Words that end as if somebody owned them: only, sea, clean, red, pork, star of horses, names of persons and places. */
const NOBODYS = [
  'yalnız',
  'dəniz',
  'təmiz',
  'qırmızı',
  'donuz',
  'kəniz',
  'bəniz',
  'qımız',
  'ramiz',
  'rəmiz',
  'hörmüz',
  'hürmüz',
  'ormuz',
  'tərmiz',
  'termiz'
]
/** Nouns that end as a verb of the past does: chest, hazelnut, whistle, steep. */
const NO_VERBS = ['sandıq', 'fındıq', 'düdük', 'dik', 'şəndik']

/** The endings of cases, and those of a sentence, behind a possessive. */
const CASE = /[ıiuü]n|[ıiuü]|[aə]|d[aə]n?|d[aə]k[ıi]|l[aə]|c[aə]|d[ıiuü]r/u

const PRONOUNS = [
  /b[ıi]z(?:im|imlə|imki|i|ə|dən|də|dəki|lər)?/u,
  /siz(?:in|inlə|inki|i|ə|dən|də|dəki|lər)?/u,
  /mən(?:im|imlə|i|ə|dən|də)?/u,
  /sən(?:in|inlə|i|ə|dən|də)?/u,
  /özüm(?:üz)?(?:ü|ə|ün|dən|də)?/u
]

/** A stem has a vowel of its own, so that qırıq, buruq and çürük are no verbs. */
const STEM = /\p{L}*[aıoueəiöü]\p{L}*/u

/** -(ı)mız of our things, -(ı)nız of yours, and of what you do. */
const POSSESSED = pattern('u')`(?!${NOBODYS})${STEM}(?:[mn]ız|[mn]iz|[mn]uz|[mn]üz)(?:${CASE})?`

/** What we do, did, have done, shall do and must do; and what I do. */
const VERBS = [
  pattern('u')`${STEM}(?:ırıq|irik|uruq|ürük)`,
  pattern('u')`(?!${NO_VERBS})${STEM}(?:dıq|dik|duq|dük)`,
  pattern('u')`${STEM}(?:mışıq|mişik|muşuq|müşük|acağıq|əcəyik|malıyıq|məliyik)`,
  pattern('u')`${STEM}(?:ıram|irəm|uram|ürəm|mışam|mişəm|muşam|müşəm|acağam|əcəyəm|malıyam|məliyəm)`
]

export const person = pattern('giu')`(?<!\p{L})${[...PRONOUNS, POSSESSED, ...VERBS]}(?!\p{L})`
