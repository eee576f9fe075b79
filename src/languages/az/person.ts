/** The first and second person in Azerbaijani, which hide in the endings of nouns and verbs: the pattern that finds them. */
import { pattern } from '../pattern.ts'

/** Words that end as if somebody owned them: sea, clean, pork, maid, face, kumis, and a name. */
const NOBODYS = ['dəniz', 'təmiz', 'donuz', 'kəniz', 'bəniz', 'qımız', 'rəmiz']
/** Words that end as a verb of the past does: chest, hazelnut, whistle, and adjectives of Greek. */
const NO_VERBS = ['sandıq', 'fındıq', 'düdük', 'ortopedik', 'ensiklopedik', 'loqopedik']

/** The endings of cases, and those of a sentence, behind a possessive. */
const CASE = /[ıiuü]n|[ıiuü]|[aə]|d[aə]n?|d[aə]k[ıi]|l[aə]|c[aə]|d[ıiuü]r/u

const PRONOUNS = [
  /biz(?:im|imlə|imki|i|ə|dən|də|dəki|lər)?/u,
  /siz(?:in|inlə|inki|i|ə|dən|də|dəki|lər)?/u,
  /mən(?:im|imlə|i|ə|dən|də)?/u,
  /sən(?:in|inlə|i|ə|dən|də)?/u,
  /özüm(?:üz)?(?:ü|ə|ün|dən|də)?|özünüz(?:ü|ə|ün|dən|də)?/u
]

/**
 * -(ı)mız of what is ours, -(ı)nız of what is yours or what you do: right behind a vowel, in harmony with it. So no word
 * such as yalnız, qırmızı or Ramiz is found.
 */
const POSSESSED = pattern('u')`(?!${NOBODYS})\p{L}*(?:[aı][mn]ız|[eəi][mn]iz|[ou][mn]uz|[öü][mn]üz)(?:${CASE})?`

/** A stem by its last vowel, with the consonants behind it; qırıq, buruq and çürük have none before their ending. */
const BACK = /\p{L}*[aı][^aıoueəiöü]*/u
const FRONT = /\p{L}*[eəi][^aıoueəiöü]*/u
const BACK_ROUND = /\p{L}*[ou][^aıoueəiöü]*/u
const FRONT_ROUND = /\p{L}*[öü][^aıoueəiöü]*/u

/** What we do, did, have done, shall do and must do; and what I do. */
const VERBS = pattern('u')`(?!${NO_VERBS})(?:${[
  pattern('u')`${BACK}(?:ırıq|dıq|mışıq|acağıq|malıyıq|ıram|mışam|acağam|malıyam)`,
  pattern('u')`${FRONT}(?:irik|dik|mişik|əcəyik|məliyik|irəm|mişəm|əcəyəm|məliyəm)`,
  pattern('u')`${BACK_ROUND}(?:uruq|duq|muşuq|acağıq|malıyıq|uram|muşam|acağam|malıyam)`,
  pattern('u')`${FRONT_ROUND}(?:ürük|dük|müşük|əcəyik|məliyik|ürəm|müşəm|əcəyəm|məliyəm)`
]})`

export const person = pattern('giu')`(?<!\p{L})${[...PRONOUNS, POSSESSED, VERBS]}(?!\p{L})`
