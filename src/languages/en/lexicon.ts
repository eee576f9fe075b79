/** English as rules look for it: the acts of a note, and what no note in English may hold. */
import { withoutDoubles } from '../characters.ts'
import { foreignTo } from '../foreign.ts'
import { LEFTOVERS } from '../leftovers.ts'
import type { Lexicon } from '../lexicon.ts'
import { exactWords, none, pattern } from '../pattern.ts'
import { MONTHS } from './say.ts'

const UNITS =
  /steps?|(?:kilo|centi|milli)?met(?:re|er)s?|(?:cubic|square) (?:kilo)?met(?:re|er)s?|hectares?|acres?|lit(?:re|er)s?|kilograms?|tonnes?|seconds?|minutes?|hours?|nautical miles?|feet|foot|inch(?:es)?|miles?|yards?|knots?|km|m/u

/** The acts that a note can perform; a protest is told from its strong forms by the adverb or adjective that it has. */
const ACTS: Lexicon['acts'] = [
  { strength: 'attention', pattern: /\bdraws?\s+the\s+attention\b/giu },
  {
    strength: 'concern',
    pattern: /\bexpress(?:es)?\s+(?:its|their)\s+(?:\w+\s+){0,2}concern\b|\bis\s+(?:\w+\s+)?concerned\b/giu
  },
  { strength: 'regret', pattern: /\bregrets?\b|\bdeplores?\b|\bconsiders?\b[^.;]*\bunacceptable\b/giu },
  {
    strength: 'protest',
    pattern:
      /(?<!strongly |vigorously |firmly |emphatically |energetically )\bprotests\s+(?:against|at)\b(?! in the strongest)|\b(?:lodges?|makes?|enters?|registers?|expresses|conveys?)\s+(?:a|its)\s+(?:formal\s+|official\s+)?protests?\b/giu
  },
  {
    strength: 'strong-protest',
    pattern:
      /\b(?:strongly|vigorously|firmly|emphatically|energetically)\s+protests?\b|\b(?:lodges?|makes?|enters?|registers?|expresses|conveys?)\s+(?:a|its)\s+(?:strong|vigorous|firm|emphatic|energetic)\s+protests?\b/giu
  },
  {
    strength: 'strongest-protest',
    pattern:
      /\bstrongest\s+(?:possible\s+)?protests?\b|\bprotests?\b[^.;]*\bin\s+the\s+strongest(?:\s+possible)?\s+terms\b/giu
  }
]

/** What has a number of its own in a register; a brigade, a school or a flight has one too, but without a stroke in it. */
const COMMUNICATIONS =
  /(?<!\p{L})(?:notes?(?:\s+verbales?)?|letters?|d[ée]marches?|communications?|aides?-m[ée]moires?|memorand(?:um|a)|telegrams?|repl(?:y|ies))/u
const NUMBER = /(?<!\p{L})Nos?\.\s*[\p{L}\d](?:[\p{L}\d./-]*[\p{L}\d])?/u

/** Words of other languages that are English as well, in some sentence of a note. */
const SHARED = new Set('a compliments occasion contra protesta sur pour bir la le par est'.split(' '))

export const lexicon: Lexicon = {
  person:
    /\b(?:[Tt]he\s+undersigned\b(?!\s+(?:parties|States|representatives|plenipotentiaries))|[Ww]e|WE|[Oo]urs?\b(?!\s+(?:Lady|Lord|Saviour)\b)|[Oo]urselves|us|Us|[Mm]y|[Mm]yself|[Mm]e|[Yy]ou|YOU|[Yy]ours?|[Yy]ourself|[Yy]ourselves)\b|(?<!\b(?:Annex|Annexes|Article|Articles|Chapter|War|Part|Section|Title|Protocol|Appendix|Class|Category|Phase|Stage|Step|Level|Volume|Schedule|Table|Zone|Group|Unit|Block|and|or|to)\s|\b(?:King|Queen|Emperor|Empress|Pope|Prince|Princess|Tsar|Sultan)\s\p{Lu}\p{Ll}+\s|[\p{Lu}.(/]\s?)\bI\b(?!\.|\)|\s*,?\s*(?:and|or|to)\s+[IVX]+\b)/gu,
  salutation:
    /(?<!\b(?:[Hh]is|[Hh]er|[Tt]heir)\s)\b(?:Your\s+)?Excellenc(?:y|ies)\b(?!\p{L})|^Dear\b|^(?:Sir|Sirs|Madam|Gentlemen|Mesdames)\b(?!\s+\p{Ll})|^(?:Mr|Mrs|Ms|Mister|Madam)\.?\s+(?:Ambassador|Minister|Secretary|Chargé)\b/gmu,
  signature:
    /^\(?\s*(?:signed|sgd|signature)\b(?=\s*(?:[):,.]|by\b|$))|^\s*(?:Yours|Sincerely|Respectfully|Faithfully)\b|\/s\/|^\s*_{6,}\s*$/gimu,
  personalName:
    /\b(?:H\.\s?E\.|(?:Mr|Mrs|Ms|Dr|Prof)\.?)\s+\p{Lu}[\p{L}.'’-]+|\b\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+|\b(?:Ambassador|Minister|Chargé|Secretary|Director|Counsellor)\b(?!\s+(?:of|for)\s)/gu,
  months: MONTHS.map(month => [month]),
  wholeDates: [pattern('gu')`\b(?<day>\d{1,2})\s(?<month>${MONTHS})\s(?<year>\d{4})\b`],
  numberWords:
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?)\b/giu,
  units: UNITS,
  hedges:
    /\b(?:about|around|approximately|some|nearly|almost|roughly|between|at\s+least|at\s+most|up\s+to|more\s+than|less\s+than|over|an?\s+estimated|a\s+reported|reportedly|circa)\s*$/iu,
  hedgesBehind: /^\s*(?:or\s+so|or\s+thereabouts|approximately)\b/iu,
  headLast: false,
  compliments: /\bpresents?\s+(?:its|their)\s+compliments\b/giu,
  honour: /\b(?:has|have)\s+the\s+honou?r\b/giu,
  honouredAct: /\bto\s+(?:\w+ly\s+)?(?:protest|demand|insist|lodge|reject)\b/giu,
  closing:
    /\bavails?\s+(?:itself|themselves)\s+of\s+(?:this|the)\s+(?:opportunity|occasion)\b|\bhighest?\s+consideration\b/giu,
  acts: ACTS,
  condemnation: /\b(?:condemn(?:s|ed|ing|ation)?|denounc(?:e|es|ed|ing)|denunciation)\b/giu,
  demanding: /\b(?:demands?|insists?|urges?|requests?|calls?\s+(?:up)?on|expects?|asks?)\b/giu,
  protection: /\bprotect(?:s|ed|ing|ion)?\b/giu,
  reservation: /\breserv(?:es?|ing|ation)\b[^.;]*\brights?\b/giu,
  lawful: /\b(?:law|obligations?|norms?|conventions?|treat(?:y|ies)|rights?|dut(?:y|ies))\b/iu,
  breach:
    /\b(?:breach(?:es|ed|ing)?|violat(?:es?|ed|ing|ions?)|infring(?:es?|ed|ing|ements?)|contraven(?:es?|ed|ing|tions?))\b/giu,
  treaty:
    /\b(?:(?:Vienna|Geneva|Hague|New\s+York|Montreal|Chicago)\s+Conventions?|Charter\s+of\s+the\s+United\s+Nations|(?:UN|United\s+Nations)\s+Charter|Additional\s+Protocol|Convention\s+on|Treaty\s+(?:of|on)|VCDR|VCCR)\b/gu,
  article: /\b(?:Articles?|Arts?\.)\s+\d+(?:\(\d+\))?/gu,
  inviolable: /\binviolab(?:le|ly|ility)\b/giu,
  notInviolable:
    /\b(?:honorary\s+consul(?:ate|ar)?|depot|terminal|refinery|warehouse|company|enterprise|commercial)\b/giu,
  territory: /\b(?:territory|soil)\s+of\s+/giu,
  responsibilityArticles:
    /\b(?:articles\s+on\s+(?:the\s+)?(?:State\s+responsibility|responsibility\s+of\s+States)|ARSIWA|State\s+responsibility\s+(?:articles|convention))\b/giu,
  allTheSame:
    /\b(?:despite|in\s+spite\s+of|notwithstanding|nevertheless|nonetheless|ignor(?:ed|ing|es)|disregard(?:ed|ing|s)?|although|even\s+though|in\s+disregard\s+of)\b/giu,
  coordinates: /\bcoordinates?\b|\bco-ordinates?\b/giu,
  position:
    /\d{1,3}(?:[.,]\d+)?\s?°\s?(?:\d{1,2}(?:[.,]\d+)?\s?[′'](?:\s?\d{1,2}(?:[.,]\d+)?\s?[″"])?\s?[NSEW]?|[NSEW]\b)|(?<![\d.])-?\d{1,3}\.\d{3,}\s*[NS]?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}/gu,
  earlier: /\b(?:earlier|previous|prior|past|all|each|such)\b[^.;]*\b(?:incidents?|attacks?|strikes?)\b/iu,
  noteNumber: pattern('giu')`(?<=${COMMUNICATIONS}\s+)${NUMBER}|${NUMBER}(?<=\d/\d+)`,
  annex: /\bAnnex(?:es)?\s+[IVXLC\d]+\b/gu,
  breakable: [
    pattern('gu')`(?<![\p{L}\d])\d{1,2} ${MONTHS}(?!\p{L})`,
    pattern('gu')`(?<![\p{L}\d.,/])\d[\d.,]* ${UNITS}(?!\p{L})`,
    /\bNos?\. (?=[\p{L}\d])[\p{L}\d./-]+|\bAnnex [IVXLC\d]+\b/gu
  ],
  ofType: /\btype\b|\bbelieved\b|\bprobabl[ey]\b|\bapparently\b|\breportedly\b/iu,
  reported: /\breport(?:s|ed)?\b|\bnotice\b|\bnotif(?:y|ied|ication)\b|\binformed\b/giu,
  authored:
    /\b(?:launched|carried\s+out|fired|committed|perpetrated|conducted|dropped|caused|executed|ordered|inflicted|directed)\s+by|\battributable\s+to|\bresponsib(?:le|ility)\b|\b(?:forces|troops|army|military)\s+of/giu,
  asHint: /\b(?:suggests?|indicates?|appears?|seems?|believed|alleged(?:ly)?|reported(?:ly)?)\b/giu,
  deliberate:
    /\b(?:deliberate(?:ly)?|intentional(?:ly)?|wilful(?:ly)?|willful(?:ly)?|on\s+purpose|purposely|purposeful(?:ly)?)\b/giu,
  question: /\b(?:questions?|doubts?|whether)\b/giu,
  harmed: /\b(?:was|were)\s+(?:killed|wounded|injured)\b/giu,
  denial: /\b(?:no|none|neither|nor|nobody|not)\b/iu,
  otherDocuments:
    /\b(?:agreements?|leases?|treat(?:y|ies)|conventions?|protocols?|contracts?|memorand(?:um|a)|reports?|decisions?|documents?|letters?|(?<!\b(?:present|this)\s)notes?|resolutions?|statutes?|codes?|regulations?|declarations?)\b/iu,
  nil: /\bno\s+(?:human\s+)?(?:casualties|loss\s+of\s+life|injuries|victims)\b|\bwithout\s+(?:human\s+)?(?:casualties|loss\s+of\s+life|injuries|victims)\b|\b(?:nobody|no\s+one|no\s+person)\s+(?:was|were)\s+(?:hurt|injured|killed|harmed)\b(?!\s+(?:in|inside|at)\s+the\s+(?:\w+\s+)?(?:section|building|residence|office|chancery|garden|compound|registry)\b)/giu,
  lifeAlone: /\bloss\s+of\s+life\b|\bkilled\b/iu,
  otherClocks: /\b(?:UTC|GMT|Greenwich|Moscow\s+time|Zulu)\b|\b\d{1,2}:\d\d\s?Z\b/gu,
  writtenDates: pattern(
    'gu'
  )`\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\b|\b${MONTHS}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b|\b\d{1,2}(?:st|nd|rd|th)\s+(?:of\s+)?${MONTHS}\b`,
  variants: [
    [/\bKyiv\b/gu, /\bKiev\b/gu],
    [/\bKharkiv\b/gu, /\bKharkov\b/gu],
    [/\bOdesa\b/gu, /\bOdessa\b/gu],
    [/\bLviv\b/gu, /\bLvov\b/gu],
    [/\bChernihiv\b/gu, /\bChernigov\b/gu],
    [/\bMykolaiv\b/gu, /\bNikola[ey]{1,2}v\b/gu],
    [/\bZaporizhzhia\b/gu, /\bZaporozh(?:ye|ie)\b/gu],
    [/\bDnipro\b/gu, /\bDniepr(?:opetrovsk)?\b/gu],
    [/\bTürkiye\b/gu, /\bTurkey\b/gu],
    [/\bCzechia\b/gu, /\bCzech\s+Republic\b/gu],
    [/\bMyanmar\b/gu, /\bBurma\b/gu],
    [/\bMoldova\b/gu, /\bMoldavia\b/gu],
    [/\bBelarus\b/gu, /\bByelorussia\b/gu],
    [/\bBeijing\b/gu, /\bPeking\b/gu],
    [/\bEswatini\b/gu, /\bSwaziland\b/gu],
    [/(?<!\b[Tt]he\s)\bUkraine\b/gu, /\b[Tt]he\s+Ukraine\b/gu]
  ],
  shortenings: /\b(?:e\.g|i\.e|etc|approx|viz|govt|amb|dept|incl)\.|\b(?:e\.g|i\.e)\b/giu,
  classification:
    /\b(?:confidential|top\s+secret|secret|restricted|classified|for\s+official\s+use(?:\s+only)?|limited\s+distribution|internal(?:\s+use)?)\b/giu,
  leftovers: LEFTOVERS,
  foreign: foreignTo('en', SHARED),
  otherScripts: exactWords`[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+`,
  slips: none('no dot tells letters of English apart'),
  letters: { small: word => word.toLowerCase(), undotted: small => small, bare: withoutDoubles },
  numberEndings: { pattern: none('numbers of English bear no ending'), right: (_, ending) => ending }
}
