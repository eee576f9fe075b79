/** Units in Russian, in all cases: CLDR 48's forms (cldr-units-full, `main/ru/units.json`), which a test holds them against; a step is our own. */
import type { GrammarTable } from '../language.ts'
import type { Declension } from './nouns.ts'

function words(forms: string): Declension {
  return forms.split(' ')
}

const METRE = words('метр метра метру метр метром метре метры метров метрам метры метрами метрах')

/** An adjective before a noun, in the forms of both. */
function pairs(adjective: string, noun: Declension): Declension {
  return words(adjective).map((each, index) => `${each} ${noun[index]}`)
}

export const UNITS: ReadonlyMap<string, Declension> = new Map([
  ['step', words('шаг шага шагу шаг шагом шаге шаги шагов шагам шаги шагами шагах')],
  ['metre', METRE],
  ['kilometre', METRE.map(each => `кило${each}`)],
  [
    'cubic-metre',
    pairs(
      'кубический кубического кубическому кубический кубическим кубическом кубические кубических кубическим кубические кубическими кубических кубических',
      [...METRE, 'метра']
    )
  ],
  [
    'hectare',
    words('гектар гектара гектару гектар гектаром гектаре гектары гектаров гектарам гектары гектарами гектарах')
  ],
  ['tonne', words('тонна тонны тонне тонну тонной тонне тонны тонн тоннам тонны тоннами тоннах')],
  ['minute', words('минута минуты минуте минуту минутой минуте минуты минут минутам минуты минутами минутах')],
  ['hour', words('час часа часу час часом часе часы часов часам часы часами часах')],
  [
    'nautical-mile',
    pairs(
      'морская морской морской морскую морской морской морские морских морским морские морскими морских морские',
      words('миля мили миле милю милей миле мили миль милям мили милями милях мили')
    )
  ],
  ['foot', words('фут фута футу фут футом футе футы футов футам футы футами футах')]
])

/** What CLDR attests and what it does not have. */
export const unitTable: GrammarTable = Object.fromEntries(
  [...UNITS].map(([unit, forms]) => [unit, { text: forms.join(' · '), confirmed: unit === 'step' ? null : 'CLDR 48' }])
)
