/** The words by which languages are known, whether or not notes can be written in them. */
import type { Foreign } from './lexicon.ts'
import { pattern } from './pattern.ts'

type Script = 'Latin' | 'Cyrillic'

interface Known {
  readonly script: Script
  readonly words: string
}

/** Function words and the verbs of formulas; of languages in one script, words that most of them have are left out. */
const LANGUAGES: Readonly<Record<string, Known>> = {
  en: {
    script: 'Latin',
    words:
      'the of and to with from for that which its has have was were been this these by ministry embassy presents compliments honour republic federation note protests against strongly demands condemns considers unacceptable investigation renew assurances highest consideration regarding following incident'
  },
  fr: {
    script: 'Latin',
    words:
      "le la les du des une aux et dans avec pour sur par qui que ses sa leur cette ce ces est ont été présente compliments élève proteste contre exprime prie attend exige demande ministère ambassade république a l'honneur haute considération saisit occasion renouveler regrette condamne vivement juge inacceptable appelle l'attention"
  },
  es: {
    script: 'Latin',
    words:
      'el la los las del una y por con para que su sus esta este ha sido saluda atentamente formula protesta contra condena expresa solicita exige espera embajada ministerio república aprovecha ocasión reiterar testimonio lamenta enérgica profundamente considera inaceptable señala atención'
  },
  az: {
    script: 'Latin',
    words:
      'və ilə bir bu üçün öz olan olaraq edir bildirir etirazını ehtiramını nazirlik səfirlik səfirliyinə nazirliyi respublikası respublikasının tələb xahiş pisləyir kəskin qəti şərəf duyur fürsətdən istifadə edərək dərin təəssüfünü diqqətini cəlb qəbuledilməz hesab'
  },
  tr: {
    script: 'Latin',
    words:
      've ile için olarak bakanlığı bakanlığının dışişleri büyükelçiliği büyükelçiliğine büyükelçilik cumhuriyeti cumhuriyetinin saygılarını sunar eder ederek değil gibi kadar üzere şiddetle protesto kınar kınamaktadır kabul edilemez olduğunu vesileyle'
  },
  ru: {
    script: 'Cyrillic',
    words:
      'и в с что это был была было от или как который министерство иностранных дел свидетельствует своё уважение посольству имеет честь заявляет решительный выражает требует осуждает возобновить уверения'
  },
  uk: {
    script: 'Cyrillic',
    words:
      'що є від або це які який яка його її має щодо було міністерство закордонних республіки федерації засвідчує повагу висловлює рішучий вимагає засуджує неприйнятним користується нагодою висловити запевнення'
  }
}

/**
 * The other languages that are written in the script of a language, by their words that it does not have itself: `shared`
 * are those that it has. Letters of another script are found by themselves.
 */
export function foreignTo(tag: string, shared: ReadonlySet<string>, script: Script = 'Latin'): readonly Foreign[] {
  const others = Object.entries(LANGUAGES).filter(([language, known]) => language !== tag && known.script === script)
  return others.map(([language, { words }]) => {
    const own = words.split(' ').filter(word => !shared.has(word))
    return { language, words: pattern('giu')`(?<!\p{L})${own}(?!\p{L})` }
  })
}
