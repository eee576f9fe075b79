/** Units in Russian, in all cases: CLDR 48's forms (cldr-units-full, `main/ru/units.json`), which a test holds them against; a step is our own. */
import type { GrammarTable } from '../language.ts'
import type { Declension } from './nouns.ts'

function words(forms: string): Declension {
  return forms.split(' ')
}

export const UNITS: ReadonlyMap<string, Declension> = new Map([
  ['step', words('шаг шага шагу шаг шагом шаге шаги шагов шагам шаги шагами шагах')],
  ['metre', words('метр метра метру метр метром метре метры метров метрам метры метрами метрах')],
  [
    'kilometre',
    words(
      'километр километра километру километр километром километре километры километров километрам километры километрами километрах'
    )
  ],
  [
    'cubic-metre',
    [
      'кубический метр',
      'кубического метра',
      'кубическому метру',
      'кубический метр',
      'кубическим метром',
      'кубическом метре',
      'кубические метры',
      'кубических метров',
      'кубическим метрам',
      'кубические метры',
      'кубическими метрами',
      'кубических метрах',
      'кубических метра'
    ]
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
    [
      'морская миля',
      'морской мили',
      'морской миле',
      'морскую милю',
      'морской милей',
      'морской миле',
      'морские мили',
      'морских миль',
      'морским милям',
      'морские мили',
      'морскими милями',
      'морских милях',
      'морские мили'
    ]
  ],
  ['foot', words('фут фута футу фут футом футе футы футов футам футы футами футах')]
])

/** What CLDR attests and what it does not have. */
export const unitTable: GrammarTable = Object.fromEntries(
  [...UNITS].map(([unit, forms]) => [unit, { text: forms.join(' · '), confirmed: unit === 'step' ? null : 'CLDR 48' }])
)
