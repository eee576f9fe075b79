/** Russian as rules look for it: the acts of a note, and what no note in Russian may hold. */
import { withCapital, withoutDoubles } from '../characters.ts'
import { foreignTo } from '../foreign.ts'
import { LEFTOVERS } from '../leftovers.ts'
import type { Lexicon } from '../lexicon.ts'
import { anyWords, exactWords, none, pattern, words } from '../pattern.ts'
import { person } from './person.ts'
import { MONTHS } from './say.ts'

/** ноября in every case: the genitive's ending gives way. */
function inCases(genitive: string): string[] {
  const stem = genitive.slice(0, -1)
  const endings = genitive.endsWith('а')
    ? ['', 'а', 'у', 'ом', 'е']
    : [stem === 'ма' ? 'й' : 'ь', 'я', 'ю', 'ем', 'ём', 'е']
  return endings.map(ending => stem + ending)
}

const MONTH_FORMS = MONTHS.map(month =>
  inCases(month).flatMap(each => [each, withCapital(each, letter => letter.toUpperCase())])
)
const UNIT_FORMS = [
  /(?:(?:кубическ|квадратн|морск)\p{L}{2,3} )?(?:(?:кило|санти|милли)?метр|мил|шаг|гектар|акр|тонн|килограмм|литр|секунд|минут|час|ярд|фут|дюйм|узл)\p{L}{0,3}|узел/u,
  ...['км', 'м', 'кв. м', 'куб. м', 'га', 'т']
]

/** What has a number of its own in a register; a brigade or a school has one too, but without a stroke in it. */
const COMMUNICATIONS =
  /(?<!\p{L})(?:нот(?:[аеуы]|ой|ам|ами|ах)?|письм\p{L}*|демарш\p{L}*|сообщени\p{L}*|меморандум\p{L}*|телеграмм\p{L}*|ответ\p{L}*|обращени\p{L}*)/u
const NUMBER = /[\p{L}\d](?:[\p{L}\d./-]*[\p{L}\d])?/u

const PROTESTS = /(?:заявля(?:ет|ют)|выража(?:ет|ют)|внос(?:ит|ят)|направля(?:ет|ют)|заявляя|выражая)/u

/** The acts that a note can perform; a protest is told from its strong forms by the adjective or adverb that it has. */
const ACTS: Lexicon['acts'] = [
  { strength: 'attention', pattern: words`обраща(?:ет|ют)\s+(?:[^.;]*\s)?внимание` },
  {
    strength: 'concern',
    pattern: words`выража(?:ет|ют)\s+(?:\p{L}+\s+){0,3}(?:озабоченность|обеспокоенность)|(?:озабочен|обеспокоен)[оаы]?`
  },
  {
    strength: 'regret',
    pattern: words`(?:выража(?:ет|ют)\s+(?:\p{L}+\s+){0,3}сожаление|сожале(?:ет|ют))|счита(?:ет|ют)\s[^.;]*(?:недопустим|неприемлем)\p{L}*`
  },
  {
    strength: 'protest',
    pattern: words`${PROTESTS}\s+(?:свой\s+)?(?:официальный\s+|формальный\s+)?протест|протесту(?:ет|ют)`
  },
  {
    strength: 'strong-protest',
    pattern: words`${PROTESTS}\s+(?:свой\s+)?(?:решительный|резкий|энергичный|категорический|категоричный|твёрдый|твердый)\s+протест|(?:решительно|категорически|резко)\s+(?:протесту(?:ет|ют)|${PROTESTS}\s+(?:свой\s+)?протест)`
  },
  {
    strength: 'strongest-protest',
    pattern: words`${PROTESTS}\s+(?:свой\s+)?самый\s+(?:решительный|резкий|энергичный|категорический)\s+протест|${PROTESTS}\s+(?:свой\s+)?протест\s+в\s+самой\s+\p{L}+\s+форме|самым\s+\p{L}+\s+образом\s+протесту(?:ет|ют)`
  }
]

const VICTIMS = /(?:человеческих\s+)?жертв|погибших|пострадавших|раненых/u
const PERSONS = /(?:сотрудник|дипломат|человек|люд|граждан|охранник|лиц)\p{L}*/u
const ARE_NOT = /(?:нет|не\s+было|не\s+имеется|не\s+имелось|не\s+зафиксировано|не\s+отмечено)/u

/** Words of Ukrainian that are Russian as well, in some sentence of a note. */
const SHARED = new Set(['або'])

export const lexicon: Lexicon = {
  person,
  salutation:
    /^(?:Глубокоу|У)важаем(?:ый|ая|ые)(?!\p{L})|(?<!\p{L})Ваше(?:му|го)?\s+(?:Превосходительств|Величеств|Высочеств)\p{L}+|^(?:Господин|Госпожа)\s+(?:Посол|Министр|Советник|Секретарь|Поверенный|Временный)(?!\p{L})|^(?:Господа|Дамы\s+и\s+господа)(?!\p{L})/gmu,
  signature:
    /^\(?\s*(?:подпись|подписал[аи]?|подписано)(?=\s*(?:[):,.]|$))|^\s*С\s+(?:глубоким\s+|искренним\s+)?(?:уважением|почтением)(?!\p{L})|^\s*Искренне\s+Ваш|\/п\/|^\s*_{6,}\s*$/gimu,
  personalName:
    /(?<!\p{L})(?:г-н|г-жа|господин\p{L}*|госпож\p{L}+)\s+\p{Lu}[\p{L}.'’-]+|(?<!\p{L})(?<!(?:ул|пр|пер|пл|наб)\.\s)\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+|(?<!\p{L})\p{Lu}\p{Ll}+\s\p{Lu}\.\s?\p{Lu}\.|(?<!\p{L})(?:Посол|Посла|Послу|Министр|Секретарь|Директор|Советник|Атташе|Поверенный)(?:а|у|ю|я)?(?!\p{L})/gu,
  months: MONTH_FORMS,
  wholeDates: [pattern('gu')`(?<!\d)(?<day>\d{1,2})\s(?<month>${MONTH_FORMS})\s(?<year>\d{4})(?!\d)(?:\sгода)?`],
  numberWords: words`(?:дв(?:а|е|ух|ум|умя|ое|оих)|тр(?:и|[её]х|[её]м|емя|ое|оих)|четыр(?:е|[её]х|[её]м|ьмя)|четверо)|(?:пят|шест|сем|восем|восьм|девят|десят|\p{L}{2,}надцат|двадцат|тридцат)(?:ь|и|ью|ьи)|сорока?|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто|ста|двести|триста|тысяч\p{L}*|миллион\p{L}*|десятк(?:и|ов|ами)|сотн(?:и|ями)`,
  units: pattern('u')`${UNIT_FORMS}`,
  hedges:
    /(?<!\p{L})(?:около|примерно|приблизительно|ориентировочно|порядка|почти|свыше|не\s+менее|не\s+более|(?:более|менее)(?:\s+чем)?|до|по\s+меньшей\s+мере|как\s+минимум|максимум|предположительно|по\s+сообщениям,?|по\s+имеющимся\s+данным,?)\s+(?:в\s+|на\s+)?$/iu,
  hedgesBehind: /^\s+(?:или\s+около\s+того|с\s+небольшим|с\s+лишним|приблизительно|примерно)(?!\p{L})/iu,
  headLast: false,
  compliments: words`свидетельству(?:ет|ют)\s+(?:\p{L}+\s+){0,3}(?:уважение|почтение)`,
  honour: words`име(?:ет|ют)\s+честь`,
  honouredAct: words`(?:заявить|выразить|внести)\s+(?:\p{L}+\s+){0,3}протест|протестовать|требовать|потребовать|настаивать|отвергнуть|отклонить`,
  closing: words`польз(?:уется|уются)\s+(?:этим\s+|настоящим\s+|данным\s+)?случаем|возобнов\p{L}+[^.;]*уверени\p{L}+|уверени\p{L}+\s+в\s+сво[её]м\s+(?:весьма\s+)?(?:высоком|глубоком)\s+уважении`,
  acts: ACTS,
  condemnation: words`осужда(?:ет|ют|я|ть|л\p{L}*|ем\p{L}*)|осуди(?:ть|л[аио]?|в)|осуждени\p{L}+|порица(?:ет|ют|я|ни\p{L}+)`,
  demanding: words`(?:по)?требу(?:ет|ют)|настаива(?:ет|ют)|призыва(?:ет|ют)|прос(?:ит|ят)|ожида(?:ет|ют)`,
  protection: words`защи[тщ]\p{L}+|охран\p{L}+`,
  reservation: words`оставля(?:ет|ют)\s+за\s+собой\s[^.;]*прав[ао]?|резервиру(?:ет|ют)\s[^.;]*прав[ао]?`,
  lawful: anyWords`прав(?:о|а|у|ом|е|ами?|ах)?|правов\p{L}+|закон\p{L}*|обязательств\p{L}*|обязанност\p{L}+|норм\p{L}*|конвенци\p{L}+|договор\p{L}*`,
  breach: words`наруш\p{L}+`,
  treaty: exactWords`(?:Венск|Женевск|Гаагск|Нью-[Йй]оркск|Монреальск|Чикагск)\p{L}+\s+конвенци\p{L}+|Устав\p{L}*\s+(?:Организации\s+Объедин[её]нных\s+Наций|ООН)|Дополнительн\p{L}+\s+протокол\p{L}*|[Кк]онвенци\p{L}+\s+об?|[Дд]оговор(?:а|у|ом|е)?\s+об?`,
  article: exactWords`[Сс]тать(?:я|и|е|ю|[её]й|ям|ями|ях)\s+\d+(?:\(\d+\))?|[Сс]т\.\s?\d+`,
  inviolable: words`неприкосновенн\p{L}*`,
  notInviolable: words`поч[её]тн\p{L}+\s+консул\p{L}*|(?:нефтебаз|терминал|склад|завод|компани|предприяти|коммерческ)\p{L}*`,
  territory: /(?<!\p{L})территори(?:я|и|ю|ей|ям|ях)\s+/giu,
  responsibilityArticles: words`стать(?:и|ей|ям|ями|ях)\s+об\s+ответственности\s+государств\p{L}*`,
  allTheSame: words`несмотря\s+на|невзирая\s+на|вопреки|тем\s+не\s+менее|хотя|игнориру\p{L}+|проигнорир\p{L}+|пренебрег\p{L}+`,
  coordinates: words`координат\p{L}*`,
  position:
    /\d{1,3}(?:[.,]\d+)?\s?°\s?(?:\d{1,2}(?:[.,]\d+)?\s?[′'](?:\s?\d{1,2}(?:[.,]\d+)?\s?[″"])?|(?:северн|южн|восточн|западн|с\.\s?ш|ю\.\s?ш|в\.\s?д|з\.\s?д)|[NSEW](?!\p{L}))|(?<![\d.,])-?\d{1,3}[.,]\d{3,}\s*[,;/ ]\s*-?\d{1,3}[.,]\d{3,}/gu,
  earlier: anyWords`(?:предыдущ\p{L}+|прежн\p{L}+|прошл\p{L}+|все|всех|всем|кажд\p{L}+|так(?:ие|их|им)|подобн\p{L}+)\s[^.;]*(?:инцидент|нападени|удар|атак)\p{L}*`,
  noteNumber: pattern(
    'giu'
  )`(?<=${COMMUNICATIONS}\s+№\s*)${NUMBER}|(?<=(?<!Приложени\p{L}\s*)№\s*)${NUMBER}(?<=\d/\d+)`,
  annex: /(?<!\p{L})Приложени(?:е|я|ю|ем|и|й|ям|ями|ях)\s+(?:№\s*)?[IVXLC\d]+/gu,
  breakable: [
    pattern('gu')`(?<![\p{L}\d])\d{1,2} ${MONTH_FORMS}(?!\p{L})`,
    /(?<!\d)\d{4} год\p{L}*/gu,
    pattern('gu')`(?<![\p{L}\d.,/])\d[\d.,]* ${UNIT_FORMS}(?!\p{L})`,
    /№ (?=[\p{L}\d])[\p{L}\d./-]+|(?<!\p{L})Приложени\p{L}{1,2} [IVXLC\d]+(?!\p{L})/gu
  ],
  ofType: anyWords`тип(?:а|у|ом)?|предположительно|вероятно|по-видимому|очевидно|по\s+сообщениям|якобы`,
  reported: words`сообщ(?:ено|ены|ена|алось|ало|ил\p{L}*|ал\p{L}*|ени\p{L}+)|уведомл\p{L}+|извещ\p{L}+|проинформирова\p{L}+|довед[её]н\p{L}*\s+до\s+сведения`,
  authored: words`(?:выпущен|нанес[её]н|запущен|соверш[её]н|произвед[её]н|осуществл[её]н|сброшен|откры[вт])\p{L}*|присваива\p{L}+|ответственн\p{L}+|виновн\p{L}+|(?:сил|войск|арми)\p{L}*`,
  asHint: words`предполож\p{L}+|предполага\p{L}+|указыва(?:ет|ют)|свидетельству(?:ет|ют)\s+об?|по-видимому|вероятн\p{L}+|якобы|по\s+сообщениям`,
  deliberate: words`преднамеренн\p{L}*|намеренн\p{L}*|умышленн\p{L}*|сознательн\p{L}*|целенаправленн\p{L}*`,
  question: words`вопрос\p{L}*|сомнени\p{L}*|ли`,
  harmed: words`погиб(?:л[аио])?|убит[аоы]?|ранен[аоы]?|скончал\p{L}+|получил[аио]?\s+(?:\p{L}+\s+)?(?:ранени|травм)\p{L}*|име(?:ются|лись|лся)\s+(?:погибши[ей]|пострадавши[ей]|(?:тяжело|легко)?ранены[ей]|жертвы)|${PERSONS}\s+пострадал[аио]?|пострадал[аио]?\s+(?:(?:\d+|один|одна|два|две|три|несколько)\s+)?${PERSONS}`,
  denial: anyWords`не|нет|ни|никто|без|отсутству\p{L}+`,
  otherDocuments: anyWords`(?:соглашени|договор|конвенци|протокол|меморандум|доклад|отч[её]т|решени|документ|письм|резолюци|устав|кодекс|деклараци)\p{L}*|(?<!(?:настоящ|данн)\p{L}+\s+)нот[аеоуы]\p{L}{0,2}`,
  nil: words`(?:${VICTIMS})(?:\s+(?:и|или|либо)\s+(?:${VICTIMS}))?\s+${ARE_NOT}|${ARE_NOT}\s+(?:ни\s+)?(?:${VICTIMS})|обошлось\s+без\s+(?:${VICTIMS})|никто\s+не\s+(?:пострадал|погиб|ранен|был\s+ранен)`,
  lifeAlone: /^(?!.*(?:пострадавш|пострадал|ранен)).*(?:жертв|погиб)/iu,
  otherClocks:
    /(?<!\p{L})(?:UTC|GMT|МСК|по\s+Гринвичу|(?:московск|бакинск)(?:ому|ого|ое)\s+врем(?:ени|я)|всемирн\p{L}+\s+(?:\p{L}+\s+)?врем(?:ени|я))(?!\p{L})|(?<!\d)\d{1,2}:\d\d\s?Z(?!\p{L})/giu,
  writtenDates: pattern(
    'gu'
  )`\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\d)|(?<!\p{L})${MONTH_FORMS}\s+\d{1,2},?\s+\d{4}(?!\d)|(?<!\d)\d{1,2}\s+${MONTH_FORMS}\s+\d{4}(?!\d|\s+года(?!\p{L}))|(?<!\d)\d{1,2}-(?:го|ого|е|ое)\s+${MONTH_FORMS}(?!\p{L})`,
  variants: [
    // of where something is; "нападение на Украину" is another matter
    [exactWords`[Вв]\s+Украине|[Ии]з\s+Украины`, exactWords`[Нн]а\s+Украине|[Сс]\s+Украины`],
    [exactWords`Киев(?:а|у|ом|е|ск\p{L}+)?`, exactWords`К[ыи]й?[ие]в\p{L}*(?<!Киев\p{L}*)`],
    [exactWords`Харьков\p{L}*`, exactWords`Хар[ьк]+[иі]в\p{L}*`],
    [exactWords`Одес{2}\p{L}+`, exactWords`Одес[аыуеио]\p{L}*`],
    [exactWords`Львов\p{L}*`, exactWords`Львив\p{L}*`],
    [exactWords`Чернигов\p{L}*`, exactWords`Черниг?[гх]ив\p{L}*`],
    [exactWords`Николаев\p{L}*`, exactWords`М[ыи]колаив\p{L}*`],
    [exactWords`Запорожь\p{L}+`, exactWords`Запор[иы]жж?[ьея]\p{L}*`],
    [exactWords`Днепр(?:а|у|ом|е)?`, exactWords`Днипро|Днепропетровск\p{L}*`],
    [exactWords`Беларус[ьию]\p{L}*`, exactWords`Белорусси\p{L}+`],
    [exactWords`Молдов\p{L}+`, exactWords`Молдави\p{L}+`],
    [exactWords`Кыргызстан\p{L}*`, exactWords`Киргизи\p{L}+`],
    [exactWords`Туркменистан\p{L}*`, exactWords`Туркмени[яиюе]\p{L}*`],
    [exactWords`Алма-Ат\p{L}+`, exactWords`Алматы`],
    [exactWords`Турци\p{L}+`, exactWords`Тюркие`],
    [exactWords`Мьянм\p{L}+`, exactWords`Бирм\p{L}+`],
    [exactWords`Таллин(?!н)\p{L}*`, exactWords`Таллинн\p{L}*`],
    [exactWords`Эсватини`, exactWords`Свазиленд\p{L}*`]
  ],
  shortenings:
    /(?<![\p{L}.])(?:и\s+т\.\s?[дп]|и\s+др|и\s+пр|т\.\s?[енк]|напр|ок|прибл|чел|тыс|млн|обл|см)\.|(?<=\d\s)гг?\.|(?<!\p{L})р-н[ае]?(?!\p{L})/giu,
  classification: words`(?:совершенно\s+)?секретно|конфиденциально|для\s+служебного\s+пользования|ДСП|служебное|не\s+для\s+печати`,
  leftovers: pattern('giu')`${LEFTOVERS}|\[(?:вставить|указать|заполнить|дата|номер|имя)[^\]]*\]`,
  foreign: foreignTo('ru', SHARED, 'Cyrillic'),
  // Roman numbers of annexes, and the datum of positions
  otherScripts: exactWords`(?!(?:[IVXLC]+|WGS)(?!\p{L}))[^\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+`,
  slips: none('no dot tells letters of Russian apart'),
  letters: {
    small: word => word.toLowerCase(),
    undotted: small => small,
    bare: small => withoutDoubles(small.replaceAll('ё', 'е'))
  },
  // that of a day, as in "5-го", is no ending but another form of date
  numberEndings: { pattern: none('numbers of Russian bear no ending'), right: (_, ending) => ending }
}
