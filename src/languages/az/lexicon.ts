/** Azerbaijani as rules look for it: the acts of a note, and what no note in Azerbaijani may hold. */
import { withCapital, withoutDoubles } from '../characters.ts'
import { foreignTo } from '../foreign.ts'
import { CASES } from '../language.ts'
import { LEFTOVERS } from '../leftovers.ts'
import type { Lexicon } from '../lexicon.ts'
import { anyWords, exactWords, pattern, words } from '../pattern.ts'
import { decline, looksPossessed } from './nouns.ts'
import { person } from './person.ts'
import { MONTHS } from './say.ts'
import { fourfold, lastSpoken, lower, twofold, upper } from './suffixes.ts'

/** A noun in every case; behind a number it is the noun itself that has the ending. */
function inCases(noun: string): string[] {
  return CASES.map(each => decline(noun, each, looksPossessed(noun)))
}

/** The ending with its first vowel as the last word of the number asks for. */
function inHarmony(number: number, ending: string): string {
  const word = lastSpoken(number)
  return ending.replace(/[aəıiuü]/u, vowel => ('aə'.includes(vowel) ? twofold(word) : fourfold(word)))
}

/** What a word may begin with at the beginning of a sentence, too: İ is no capital of i for a pattern. */
const I = /[iİ]/u

const MONTH_FORMS = MONTHS.map(month => inCases(month).flatMap(each => [each, withCapital(each, upper)]))
const UNIT_NOUNS =
  'addım metr kilometr santimetr millimetr kubmetr kvadratmetr hektar akr ton kiloqram litr saniyə dəqiqə saat mil yard fut düym düyün'
const UNIT_FORMS = [
  ...[...UNIT_NOUNS.split(' '), 'dəniz mili', 'kvadrat metr', 'kvadrat kilometr'].flatMap(inCases),
  ...['km', 'm', 'kv. km', 'kub. m']
]
const YEAR = /\d{4}-c[ıiuü]/u

/** "etirazını bildirir", "etiraz edir": the act in the present, and not a crowd that protests or has protested. */
const PROTESTS =
  /etiraz(?:ını|ın)?\s+(?:\p{L}+\s+)?(?:bildirir|bildirərək|ifadə\s+edir|ifadə\s+edərək|edir)(?:lər)?(?!\p{L})/u

/** The acts that a note can perform; a protest is told from its strong forms by the adverb or adjective before it. */
const ACTS: Lexicon['acts'] = [
  { strength: 'attention', pattern: words`diqqət\p{L}*\s+(?:[^.;]*\s)?cəlb\s+edir(?:lər)?` },
  {
    strength: 'concern',
    pattern: words`narahat(?:lıq|lığını|lığının)\s+(?:\p{L}+\s+)?(?:ifadə\s+edir|bildirir|keçirir)|narahatdır`
  },
  {
    strength: 'regret',
    pattern: words`təəssüf(?:ünü)?\s+(?:\p{L}+\s+)?(?:bildirir|ifadə\s+edir|edir)|qəbuledilməz[^.;]*hesab\s+ed\p{L}+`
  },
  { strength: 'protest', pattern: words`(?:rəsmi\s+)?${PROTESTS}` },
  {
    strength: 'strong-protest',
    pattern: words`(?:kəskin|qəti|ciddi|sərt|qətiyyətli|qətiyyətlə|şiddətlə)\s+(?:şəkildə\s+)?${PROTESTS}`
  },
  {
    strength: 'strongest-protest',
    pattern: words`ən\s+(?:kəskin|qəti|sərt|qətiyyətli)\s+(?:şəkildə\s+|formada\s+)?${PROTESTS}`
  }
]

/** Words of other languages that are Azerbaijani as well, in some sentence of a note. */
const SHARED = new Set(['et', 'la', 'le', 'el', 'ha', 'sa', 'sur', 'par', 'para', 'formula', 'protesta', 'bu', 'bir'])

const HARMED = /(?:həlak\s+ol|xəsarət\s+al|yarala[nr]|öl|öldürül|qətlə\s+yetiril)(?:m[ıiuü]ş|d[ıiuü]|[ıiuü]b)\p{L}*/u
/** Who is counted among the harmed: the dead, then the injured. */
const VICTIMS = /(?:həlak\s+olan|ölən|xəsarət\s+alan|yaralanan|zərər\s+çəkən)(?:lar|lər)?/u
const THERE_ARE_NONE = /(?:olmamış|yoxdur|qeydə\s+alınmamış)\p{L}*/u

export const lexicon: Lexicon = {
  person,
  salutation:
    /^Zati-[aA]liləri(?=\s*[,!])|(?<!\p{L})[Zz]ati-[aA]liniz\p{L}*|^(?:Çox\s+)?[Hh]örmətli(?!\p{L})|^(?:Cənab|Xanım)\s+(?:Səfir|Nazir|Katib|Konsul|Müvəkkil)(?!\p{L})|^(?:Cənablar|Xanımlar\s+və\s+cənablar)(?!\p{L})/gmu,
  signature:
    /^\(?\s*[iİ]mza(?:ladı|layan|lanıb|lanmışdır)?(?=\s*(?:[):,.]|$))|^\s*(?:Dərin\s+|Səmimi\s+)?[Hh]örmətlə(?=\s*[,.]|\s*$)|\/i\/|^\s*_{6,}\s*$/gmu,
  personalName:
    /(?<!\p{L})(?:[Cc]ənab|[Xx]anım)\s+\p{Lu}[\p{L}.'’-]+|(?<!\p{L})\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+(?!\s+(?:küç|pr\.|prospekt|meydan))|(?<!\p{L})(?:Səfir|Nazir|Katib|Direktor|Müşavir|Müvəkkil|Konsul|Attaşe)(?:i|in|ə|inə)?(?!\p{L})/gu,
  months: MONTH_FORMS,
  wholeDates: [
    pattern(
      'gu'
    )`(?<!\d)(?<year>\d{4})(?:-c[ıiuü])?\s+il(?:in)?\s+(?<month>${MONTH_FORMS})\s+(?<day>\d{1,2})(?!\d)(?:-\p{L}+)?`,
    pattern('gu')`(?<!\d)(?<year>\d{4})(?:-c[ıiuü])?\s+il(?:in)?\s+(?<day>\d{1,2})\s+(?<month>${MONTH_FORMS})(?!\p{L})`,
    pattern(
      'gu'
    )`(?<!\d)(?<!\s+il(?:in)?\s+)(?<day>\d{1,2})\s+(?<month>${MONTH_FORMS})\s+(?<year>\d{4})(?:-c[ıiuü])?(?:\s+il)?(?!\p{L})`
  ],
  numberWords: words`${I}ki|üç|dörd|beş|altı|yeddi|səkkiz|doqquz|on|${I}yirmi|otuz|qırx|əlli|altmış|yetmiş|səksən|doxsan|yüz|min|milyon|onlarla|yüzlərlə|minlərlə`,
  units: pattern('u')`${UNIT_FORMS}`,
  hedges:
    /(?<!\p{L})(?:təqribən|təxminən|ən\s+azı|ən\s+azından|ən\s+çoxu|azı|çoxu|haradasa|az\s+qala|məlumata\s+görə|məlumatlara\s+görə|bildirildiyinə\s+görə|deyilənə\s+görə),?\s+(?:saat\s+)?$/iu,
  hedgesBehind: /^(?:-?\p{L}+)?\s+(?:yaxın|qədər|çox|artıq|az)(?!\p{L})/iu,
  headLast: true,
  compliments: words`(?:ehtiram|hörmət)(?:ını|ini|lərini)?\s+(?:\p{L}+\s+)?(?:bildir|ifadə\s+ed|təqdim\s+ed)\p{L}*`,
  honour: words`şərəf\s+duy\p{L}*|şərəfin[əi]\s+(?:malik|nail)\p{L}*`,
  honouredAct: words`etiraz\p{L}*\s+(?:\p{L}+\s+)?(?:bildir|et)m[əa][ky]\p{L}*|(?:tələb|${I}srar|təkid|rədd)\s+etm[əa][ky]\p{L}*`,
  closing: words`fürsətdən\s+${I}stifadə\s+ed\p{L}*|ehtiram\p{L}*\s+bir\s+daha\s+\p{L}+|ehtiramından\s+əmin\s+ed\p{L}*`,
  acts: ACTS,
  condemnation: words`pislə[ymn]\p{L}*|qınay\p{L}+|qına[mn]\p{L}+|məhkum\s+edir(?:lər)?`,
  demanding: words`(?:tələb|${I}srar|təkid|xahiş)\s+e[dt]\p{L}*|çağır\p{L}*|gözləyir\p{L}*`,
  protection: words`qoru[nmy]\p{L}*|mühafizə(?:si|sini|sinin|sində)?`,
  reservation: words`hüqu[qğ]\p{L}*[^.;]*özündə\s+saxla\p{L}*`,
  lawful: anyWords`hüqu[qğ]\p{L}*|öhdəli[kyg]\p{L}*|norma\p{L}*|konvensiya\p{L}*|müqavilə\p{L}*|qanun\p{L}*`,
  breach: words`poz(?:ur|ul|unt|m|araq|an|du)\p{L}*`,
  treaty: exactWords`(?:Vyana|Cenevrə|Haaqa|Nyu-York|Monreal|Çikaqo)\s+[Kk]onvensiya\p{L}*|(?:Birləşmiş\s+Millətlər\s+Təşkilatının|BMT-nin|BMT)\s+Nizamnamə\p{L}*|Əlavə\s+[Pp]rotokol\p{L}*|(?:haqqında|barədə)\s+(?:[Kk]onvensiya|[Mm]üqavilə)\p{L}*`,
  article: exactWords`\d+(?:\.\d+)?(?:-c[ıiuü])?\s+(?:nömrəli\s+)?maddə\p{L}*|[Mm]addə\s+\d+(?:\(\d+\))?`,
  inviolable: words`toxunulmaz\p{L}*`,
  notInviolable: words`fəxri\s+konsul\p{L}*|(?:baza|terminal|zavod|anbar|şirkət|müəssisə|kommersiya|ticarət)\p{L}*`,
  territory: words`ərazi(?:si|lər)\p{L}*|torpa(?:qları|ğı)\p{L}*`,
  responsibilityArticles: words`dövlətlərin\s+(?:beynəlxalq\s+)?məsuliyyəti\s+(?:haqqında|barədə)\s+maddələr\p{L}*`,
  allTheSame: words`baxmayaraq|saymayaraq|məhəl\s+qoym\p{L}+|nəzərə\s+almadan|nəzərə\s+almayaraq|etinasız\p{L}*`,
  coordinates: words`koordinat\p{L}*`,
  position:
    /\d{1,3}(?:[.,]\d+)?\s?°\s?(?:\d{1,2}(?:[.,]\d+)?\s?[′'](?:\s?\d{1,2}(?:[.,]\d+)?\s?[″"])?|(?:şimal|cənub|şərq|qərb|şm\.|cn\.|şq\.|qrb\.)|[NSEW](?!\p{L}))|(?<![\d.,])-?\d{1,3}[.,]\d{3,}\s*[,;/ ]\s*-?\d{1,3}[.,]\d{3,}/gu,
  earlier: anyWords`(?:əvvəlki|keçmiş|bütün|hər\s+bir|bu\s+cür|belə)\s[^.;]*(?:hadisə|hücum|zərbə)\p{L}*`,
  noteNumber:
    /(?<=(?<!\p{L})(?:nota|demarş|məktub|cavab|müraciət)\p{L}*\s+№\s*)[\p{L}\d](?:[\p{L}\d./-]*[\p{L}\d])?|(?<=(?<!Əlavə\s*)№\s*)[\p{L}\d./-]*\d\/\d+|(?<![\p{L}\d./-])[\p{L}\d./-]*\d[\p{L}\d./-]*(?=\s+(?:nömrəli|saylı)\s+(?:nota|demarş|məktub|cavab|müraciət))/gu,
  annex: /(?<!\p{L})Əlavə(?:lər)?\s+[IVXLC\d]+/gu,
  breakable: [
    pattern('gu')`(?<![\p{L}\d])\d{1,2} ${MONTH_FORMS}(?!\p{L})`,
    pattern('gu')`(?<!\p{L})${MONTH_FORMS} \d{1,2}(?!\d)(?:-\p{L}+)?`,
    pattern('gu')`(?<!\d)${YEAR} il\p{L}*`,
    pattern('gu')`(?<![\p{L}\d.,/])\d[\d.,]* ${UNIT_FORMS}(?!\p{L})`,
    /№ (?=[\p{L}\d])[\p{L}\d./-]+|(?<![\p{L}\d])[\d./-]*\d (?:nömrəli|saylı)(?!\p{L})|(?<!\p{L})Əlavə [IVXLC\d]+(?!\p{L})/gu
  ],
  ofType: anyWords`tip(?:li|də|i)|ehtimal\p{L}*|güman\p{L}*|görünür|məlumat(?:a|lara)\s+görə|${I}ddia\p{L}*`,
  reported: words`məlumat\s+ver\p{L}*|məlumatlandır\p{L}*|xəbərdar\s+e[dt]\p{L}*|bildiriş\p{L}*`,
  authored: words`(?:buraxıl|atıl|endiril|törədil|vurul|açıl|həyata\s+keçiril)m[ıiuü]ş\p{L}*|(?:buraxdığı|atdığı|endirdiyi|törətdiyi|vurduğu|açdığı)|məsul\p{L}*|aid\s+edil\p{L}*|(?:qüvvə|qoşun|ordu)\p{L}*`,
  asHint: words`ehtimal\p{L}*|güman\p{L}*|görünür|dəlalət\s+ed\p{L}*|${I}ddia\p{L}*|məlumat(?:a|lara)\s+görə|bildirilir`,
  deliberate: words`qəsdən|qəsdli|bilərəkdən|bilə-bilə|məqsədyönlü|məqsədli`,
  question: words`sual\p{L}*|şübhə\p{L}*|\p{L}+[ıiuü]b-\p{L}+m[aə]\p{L}+`,
  harmed: words`${HARMED}`,
  denial: anyWords`heç|yox(?:dur)?|deyil|\p{L}*m[aə]m[ıi]ş\p{L}*`,
  otherDocuments: anyWords`(?:saziş|müqavilə|konvensiya|protokol|memorandum|hesabat|qərar|sənəd|məktub|qətnamə|nizamnamə|məcəllə|bəyannamə)\p{L}*|(?<!(?:bu|hazırkı)\s+)nota\p{L}*`,
  nil: words`(?:${I}nsan\s+)?(?:tələfatı?|itkisi)\s+(?:və\s+${VICTIMS}\s+)?${THERE_ARE_NONE}|${VICTIMS}(?:\s+(?:və|və\s+ya|yaxud)\s+${VICTIMS})?\s+${THERE_ARE_NONE}|heç\s+(?:kim|kəs|bir\s+şəxs)\s+(?:həlak\s+olma|xəsarət\s+alma|yaralanma|zərər\s+çəkmə)m[ıi]ş\p{L}*`,
  lifeAlone: /^(?!.*(?:xəsarət|yaralan|zərər)).*(?:tələfat|itkisi|həlak|ölən)/iu,
  otherClocks: /(?<!\p{L})(?:UTC|GMT|Qrinviç|(?:Moskva|Bakı)\s+vaxtı)\p{L}*|(?<!\d)\d{1,2}:\d\d\s?Z(?!\p{L})/gu,
  writtenDates: pattern(
    'gu'
  )`\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\b|(?<!\p{L})${MONTH_FORMS}\s+\d{1,2},?\s+\d{4}(?!\d)|(?<!\d)\d{1,2}\s+${MONTH_FORMS}\s+\d{4}(?!\d|-c[ıiuü])|(?<!\d)\d{1,2}-\p{L}{1,3}\s+${MONTH_FORMS}(?!\p{L})|(?<!\d)\d{4}\s+il(?:in|də)?(?!\p{L})`,
  variants: [
    [exactWords`Kiyev\p{L}*`, exactWords`(?:Kiev|Kıyiv|Kıyev|Kyiv)\p{L}*`],
    [exactWords`Xarkiv\p{L}*`, exactWords`(?:Xarkov|Harkov|Harkiv|Kharkiv)\p{L}*`],
    [exactWords`Odessa\p{L}*`, exactWords`Odesa\p{L}*`],
    [exactWords`Lvov\p{L}*`, exactWords`Lviv\p{L}*`],
    [exactWords`Çerniqov\p{L}*`, exactWords`Çernihiv\p{L}*`],
    [exactWords`Nikolayev\p{L}*`, exactWords`M[ıi]kola[yi]+v\p{L}*`],
    [exactWords`Zaporojye\p{L}*`, exactWords`Zaporij+ya\p{L}*`],
    [exactWords`Dnepr\p{L}*`, exactWords`Dnipro\p{L}*`],
    [exactWords`Belarus(?!iya)\p{L}*`, exactWords`Belorusiya\p{L}*`],
    [exactWords`Moldova\p{L}*`, exactWords`Moldaviya\p{L}*`],
    [exactWords`Çexiya\p{L}*`, exactWords`Çex\s+Respublikası\p{L}*`],
    [exactWords`Myanma\p{L}*`, exactWords`Birma\p{L}*`],
    [exactWords`Türkiyə\p{L}*`, exactWords`T[uü]rki[ye]+\p{L}*(?<!Türkiyə\p{L}*)`]
  ],
  shortenings: /(?<!\p{L})(?:və\s+(?:s|b|i\.\s?a|sair)|məs|təqr|nəf|resp|vil|şəh|küç)\./giu,
  // marks stand in capitals, too
  classification: words`(?:tam\s+|tamamilə\s+)?məxf${I}(?:dir)?|konfidens${I}al|x${I}dmət${I}\s+${I}st${I}fadə\s+üçün|dax${I}l${I}\s+${I}st${I}fadə(?:\s+üçün)?`,
  leftovers: pattern('giu')`${LEFTOVERS}|\[(?:daxil\s+edin|yazın|tarix|nömrə|ad)[^\]]*\]`,
  foreign: foreignTo('az', SHARED),
  otherScripts: exactWords`[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+`,
  // no word begins with ı but a few names; a dotted capital that was made small by another language keeps its dot
  slips: /(?<!\p{L})[Iı](?!ğdır|sparta)\p{Ll}{2,}|[\p{L}\p{M}]*i\u0307[\p{L}\p{M}]*/gu,
  letters: {
    small: lower,
    undotted: small => small.replaceAll('ı', 'i'),
    bare: withoutDoubles
  },
  numberEndings: {
    pattern:
      /(?<![\p{L}\d.,/])(?:\d{1,2}:)?(?<number>\d+)-(?<ending>c[ıiuü]|n?[aə]|d[aə](?:n|k[ıi])?|s?[ıiuü](?:n|n[aəıi]|nd[aə]n?)?|l[aə]r)(?!\p{L})/gu,
    right: inHarmony
  }
}
