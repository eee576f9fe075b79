/** What the rules of form let pass and what they find in Russian. */
import { type LanguageExamples, NO_WORDS, spokenIn } from './spoken.ts'

const { passing, failing, inserting, insertingBadly, FORMULAS, PROTEST, partial } = spokenIn(
  'ru',
  'Предложение стоит здесь.'
)

const COMPLIMENTS = 'свидетельствует своё уважение {{name recipient form="full" case="dat"}} и{{> in-view-of}} имеет'
const ACT = 'заявляет решительный протест'
const STRONG = "strong-protest: { text: 'заявляет"
const DAMAGE = 'ru: обрушилось восточное крыло здания'
const ROOF = 'ru: разрушена крыша здания'
const NIL = "none: { text: 'Человеческих жертв нет'"

export const russian: LanguageExamples = {
  NV001: {
    passes: [
      inserting('В соответствии с обычаем и в данном случае сообщено Китаем.'),
      inserting('Дежурный слышал слова «мы вернёмся».'),
      inserting('Повреждён водоём с нашатырём, подъём затруднён.')
    ],
    fails: [
      insertingBadly('Требуем ответа.'),
      insertingBadly('Нашим представительствам причинён ущерб.'),
      insertingBadly('Вопрос Вам известен.'),
      insertingBadly('Просим сообщить о принятых мерах.'),
      failing('a formula says "we"', [FORMULAS, 'заявляем'], [FORMULAS, ACT, 'заявляем и заявляет решительный протест'])
    ]
  },
  NV002: {
    passes: [inserting('Его Превосходительство Посол в здании не находился.')],
    fails: [insertingBadly('Уважаемый господин Посол, вопрос изучается.')]
  },
  NV003: {
    passes: [inserting('Соглашение было подписано в этом помещении.')],
    fails: [
      insertingBadly('Подписал: Министр.'),
      failing(
        'a name under the date',
        [partial('dateline'), 'Петров'],
        [partial('dateline'), '{{place}}, ', 'А. Петров, {{place}}, ']
      )
    ]
  },
  NV004: {
    passes: [passing('both in full, in their cases')],
    fails: [
      failing(
        'the recipient by its short name',
        [FORMULAS, 'уважение {{name recipient form="short"'],
        [FORMULAS, COMPLIMENTS, COMPLIMENTS.replace('"full"', '"short"')]
      )
    ]
  },
  NV005: {
    passes: [passing('after the full ones')],
    fails: [
      failing(
        'a short name in the first sentence',
        [FORMULAS, 'уважение {{name recipient form="short"'],
        [FORMULAS, COMPLIMENTS, COMPLIMENTS.replace('"full"', '"short"')]
      )
    ]
  },
  NV006: {
    passes: [passing('in the dative')],
    fails: [
      // in the first sentence the formula itself is refused (template/formula-shape)
      failing(
        'an addressee in the nominative',
        ['register.yaml', '{ noun: embassy }'],
        [partial('addressee'), 'form="plate" case="dat"', 'form="plate"']
      )
    ]
  },
  NV009: {
    passes: [passing('full'), passing('reduced', ['note.yaml', 'courtesy: full', 'courtesy: reduced'])],
    fails: [
      failing(
        'no honour',
        [FORMULAS, 'in-view-of}} сообщает следующее'],
        [FORMULAS, 'in-view-of}} имеет честь сообщить следующее', 'in-view-of}} сообщает следующее']
      ),
      failing(
        'no compliments',
        [FORMULAS, 'обращается к'],
        [FORMULAS, COMPLIMENTS, COMPLIMENTS.replace('свидетельствует своё уважение', 'обращается к')]
      ),
      insertingBadly('Министерство пользуется этим случаем, чтобы добавить следующее.')
    ]
  },
  NV010: {
    passes: [inserting('Министерство имеет честь сообщить об ответе.')],
    fails: [
      insertingBadly('Министерство имеет честь потребовать ответа.'),
      insertingBadly('Министерство имеет честь выразить свой протест.')
    ]
  },
  NV011: NO_WORDS,
  NV012: {
    passes: [
      inserting('Толпа, протестовавшая перед зданием, разошлась.'),
      inserting('Министерство выражает в этой связи озабоченность.')
    ],
    fails: [
      insertingBadly('Министерство протестует против отказа в ответе.'),
      failing('a weaker act', [FORMULAS, STRONG], [FORMULAS, ACT, 'заявляет протест']),
      failing('a stronger act', [FORMULAS, STRONG], [FORMULAS, ACT, 'заявляет самый энергичный протест']),
      failing('no act', [FORMULAS, "strong-protest: { text: 'сообщает"], [FORMULAS, ACT, 'сообщает'])
    ]
  },
  NV013: {
    passes: [inserting('Осуждённый находился в другом месте.')],
    fails: [insertingBadly('Министерство сразу осудило нападение.')]
  },
  NV014: NO_WORDS,
  NV015: NO_WORDS,
  NV016: NO_WORDS,
  NV017: NO_WORDS,
  NV018: NO_WORDS,
  NV019: {
    passes: [passing('in the dative')],
    fails: [
      failing(
        'somebody else',
        ['register.yaml', '{ noun: foreign-ministry }'],
        [partial('addressee'), '{{name recipient form="plate" case="dat"}}', '{{name sender form="plate" case="dat"}}']
      )
    ]
  },
  NV020: {
    passes: [inserting('Карта взята из Приложения\u00A0II к соглашению.')],
    fails: [insertingBadly('Сведения содержатся в Приложении\u00A0II.')]
  },
  NV021: {
    passes: [passing('labelled as a translation')],
    fails: [
      failing(
        'without its label',
        ['templates/ru/labels.hbs', '{{#unless (eq form'],
        ['templates/ru/labels.hbs', '{{> (formula "labels" "translation")}}', '']
      )
    ]
  },
  NV022: NO_WORDS,
  NV023: {
    passes: [inserting('Останки переданы 14\u00A0мая 2026\u00A0года.')],
    fails: [
      insertingBadly('Останки переданы 28.04.2026.'),
      insertingBadly('Останки переданы 28\u00A0апреля 2026\u00A0г.'),
      insertingBadly('Удар был нанесён 5\u00A0февраля 2026\u00A0года.')
    ]
  },
  NV024:
    'because numbers of Russian bear no ending that their digits would hide: `5-го` is found as a date of another form',
  NV025: {
    passes: [inserting('Работы начались в 06:35 по местному времени.')],
    fails: [
      insertingBadly('Работы начались в 06:35 по московскому времени.'),
      failing(
        'the day after the recorded one',
        ['register.yaml', '27\u00A0апреля'],
        ['register.yaml', DAMAGE, 'ru: 27\u00A0апреля 2026\u00A0года обрушилось восточное крыло здания']
      )
    ]
  },
  NV026: NO_WORDS,
  NV027: NO_WORDS,
  NV028: {
    passes: [inserting('Вопрос относится к международному праву.')],
    fails: [
      insertingBadly('В этой связи напоминается о Венской конвенции.'),
      insertingBadly('В этой связи напоминается о статье 22.')
    ]
  },
  NV029: {
    passes: [inserting('Телефонная связь нарушена.')],
    fails: [insertingBadly('Нападение нарушает обязательства.')]
  },
  NV030: NO_WORDS,
  NV031: {
    passes: [inserting('Напоминается о неприкосновенности помещений Посольства.')],
    fails: [insertingBadly('Почётное консульство неприкосновенно.')]
  },
  NV032: {
    passes: [inserting('Ракеты упали на территорию Королевства Друван.')],
    fails: [insertingBadly('Ракеты упали на территорию Республики Весмар.')]
  },
  NV033: {
    passes: [inserting('Статьи об ответственности государств отражают обычай.')],
    fails: [insertingBadly('Нападение нарушает статьи об ответственности государств.')]
  },
  NV034: {
    passes: [inserting('Стена, защищавшая здание, рухнула.')],
    fails: [insertingBadly('Министерство требует защиты помещений.')]
  },
  NV035: {
    passes: [inserting('Несмотря на дождь, работы продолжались.')],
    fails: [insertingBadly('Удар был нанесён несмотря на переданные координаты.')]
  },
  NV036: {
    passes: [inserting('Об этом сообщено нотой №\u00A012/2026.'), inserting('Ранен военнослужащий бригады №\u00A043.')],
    fails: [
      insertingBadly('Об этом сообщено нотой №\u00A077/2026.'),
      insertingBadly('Об этом сообщено письмом №\u00A077.'),
      failing('reports that are lost', [PROTEST, '{{!'], [partial('reports'), 'было сообщено', 'было направлено'])
    ]
  },
  NV037: {
    passes: [
      passing('about and exact, in their cases'),
      passing('a hedge with its case', [
        'register.yaml',
        DAMAGE,
        'ru: примерно в 35\u00A0шагах обрушилось крыло здания'
      ])
    ],
    fails: [
      failing(
        'again in another case',
        ['register.yaml', '35\u00A0шагах'],
        ['register.yaml', DAMAGE, 'ru: в 35\u00A0шагах обрушилось крыло здания']
      ),
      failing(
        'an hour without its hedge',
        [partial('hours'), 'this.time.local'],
        [partial('hours'), '{{else}}{{time this.time}}', '{{else}}в {{this.time.local}}']
      ),
      failing(
        'a type as a weapon that was identified',
        [FORMULAS, "type: { text: '«"],
        [FORMULAS, "type: { text: 'типа «{{this.designation}}»'", "type: { text: '«{{this.designation}}»'"]
      )
    ]
  },
  NV038: {
    passes: [passing('steps and metres')],
    fails: [
      failing(
        'a conversion',
        ['register.yaml', '(25\u00A0метров)'],
        ['register.yaml', 'after: от административного здания', 'after: (25\u00A0метров) от административного здания']
      )
    ]
  },
  NV039: {
    passes: [passing('nobody named, a question asked')],
    fails: [insertingBadly('Ракета выпущена Кантарской Федерацией.'), insertingBadly('Нападение было умышленным.')]
  },
  NV040: {
    passes: [passing('the templates of the package')],
    fails: [
      failing('a month', [PROTEST, 'ноябре'], [PROTEST, '{{> recall}}', 'Вопрос поднят в ноябре.\n\n{{> recall}}']),
      failing(
        'a number in words',
        [PROTEST, 'трёх'],
        [PROTEST, '{{> recall}}', 'Вопрос поднят на трёх встречах.\n\n{{> recall}}']
      ),
      failing(
        'a State in a case',
        [PROTEST, 'Королевстве'],
        [PROTEST, '{{> recall}}', 'Вопрос поднят в Королевстве Друван.\n\n{{> recall}}']
      )
    ]
  },
  NV041: {
    passes: [
      passing('none and known'),
      passing('no loss of life where people were hurt', [
        'register.yaml',
        ROOF,
        'ru: "человеческих жертв не было, разрушена крыша здания"'
      ])
    ],
    fails: [
      failing(
        'nil is lost',
        [partial('incident'), '{{~capital'],
        [FORMULAS, NIL, "none: { text: 'Звонков не принималось'"]
      ),
      failing(
        'somebody is hurt where nobody was',
        [FORMULAS, 'Ранен сотрудник'],
        [FORMULAS, NIL, "none: { text: 'Человеческих жертв нет. Ранен сотрудник'"]
      ),
      failing(
        'somebody is hurt in the words of the house',
        [FORMULAS, 'Имелись тяжелораненые'],
        [FORMULAS, NIL, "none: { text: 'Человеческих жертв нет. Имелись тяжелораненые'"]
      ),
      failing(
        'nobody hurt where somebody was',
        ['register.yaml', 'пострадавших'],
        ['register.yaml', ROOF, 'ru: "пострадавших не было, разрушена крыша здания"']
      )
    ]
  },
  NV042: {
    passes: [inserting('Стена наклонилась под углом 90°.')],
    fails: [
      insertingBadly('Ракета упала на 48,45° северной широты.'),
      insertingBadly('Ракета упала в точке 12,34567; 45,99999.')
    ]
  },
  NV043: {
    passes: [inserting('В Украине об этом известно, нападение на Украину продолжалось.')],
    fails: [
      insertingBadly('Об этом известно в Украине; на Украине это подтверждено.'),
      insertingBadly('Сообщение поступило из Киева, ответ направлен в Кийив.')
    ]
  },
  NV044: {
    passes: [inserting('Была вызвана Служба спасения (СС). СС прибыла сразу.')],
    fails: [insertingBadly('На место прибыло МЧС.'), insertingBadly('Утрачены оборудование, мебель и т. п. вещи.')]
  },
  NV045: {
    passes: [inserting('К 14\u00A0мая 2026\u00A0года разобрано 12\u00A0метров стены.')],
    fails: [
      insertingBadly('Останки переданы 14 мая.'),
      insertingBadly('Это стало известно в 2026 году.'),
      insertingBadly('Разобрано 12 метров стены.'),
      insertingBadly('Об этом сообщено нотой № 12/2026.')
    ]
  },
  NV046: {
    passes: [passing('every branch of the templates')],
    fails: [insertingBadly('Номер доклада TODO.'), insertingBadly('Доклад [указать дату] получен.')]
  },
  NV047: {
    passes: [inserting('Толпа повторяла слова «the Embassy», названа Глава\u00A0IV.')],
    fails: [
      insertingBadly('The Ministry was informed.'),
      insertingBadly('Міністерство закордонних справ висловлює протест.')
    ]
  },
  NV048: NO_WORDS,
  NV049: {
    passes: [passing('reserved')],
    fails: [
      failing('reserved, and lost', [PROTEST, '{{!'], [PROTEST, '{{> reservation}}\n', '']),
      insertingBadly('Республика Весмар оставляет за собой все права.', [
        'note.yaml',
        'reserve-rights: true',
        'reserve-rights: false'
      ])
    ]
  },
  NV050: NO_WORDS,
  NV051: NO_WORDS,
  NV052: NO_WORDS,
  NV053: {
    passes: [inserting('Секретные документы уничтожены.')],
    fails: [
      failing(
        'a classification',
        [partial('reference'), 'СЕКРЕТНО'],
        [partial('reference'), '{{profile.numberSign}}', 'СЕКРЕТНО {{profile.numberSign}}']
      )
    ]
  },
  NV054: {
    passes: [inserting('Названы «SOCAR» и «Дело».')],
    fails: [
      insertingBadly('Об этом сообщило Министерств\u006F.'),
      failing(
        'in a name of the records',
        ['register.yaml', 'ru: Л\u0061ннер'],
        ['register.yaml', 'ru: Ланнер', 'ru: Л\u0061ннер']
      )
    ]
  },
  NV055: 'because no two letters of Russian are told apart by one dot of their own; ё and е are looked at as spellings',
  NV056: {
    passes: [inserting('Из Калдмера и Морвеля поступили сообщения.')],
    fails: [
      insertingBadly('Посёлок Королёв и станция Королев названы по-разному.'),
      insertingBadly('Из Калтмера поступило сообщение.')
    ]
  }
}
