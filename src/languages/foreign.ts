/** The words by which languages are known, whether or not notes can be written in them. */
import type { Foreign } from './lexicon.ts'
import { pattern } from './pattern.ts'

/** Function words and the verbs of formulas; words that English has too are left out. */
const WORDS: Readonly<Record<string, string>> = {
  fr: "le la les du des une aux et dans avec pour sur par qui que ses sa leur cette ce ces est ont été présente compliments élève proteste contre exprime prie attend exige demande ministère ambassade république a l'honneur haute considération saisit occasion renouveler regrette condamne vivement juge inacceptable appelle l'attention",
  es: 'el la los las del una y por con para que su sus esta este ha sido saluda atentamente formula protesta contra condena expresa solicita exige espera embajada ministerio república aprovecha ocasión reiterar testimonio lamenta enérgica profundamente considera inaceptable señala atención',
  az: 'və ilə bir bu üçün öz olan olaraq edir bildirir etirazını ehtiramını nazirlik səfirlik səfirliyinə nazirliyi respublikası respublikasının tələb xahiş pisləyir kəskin qəti şərəf duyur fürsətdən istifadə edərək dərin təəssüfünü diqqətini cəlb qəbuledilməz hesab'
}

/** The other languages, by their words that a language does not have itself: `shared` are those that it has. */
export function foreignTo(shared: ReadonlySet<string>): readonly Foreign[] {
  return Object.entries(WORDS).map(([language, words]) => {
    const own = words.split(' ').filter(word => !shared.has(word))
    return { language, words: pattern('giu')`(?<!\p{L})${own}(?!\p{L})` }
  })
}
