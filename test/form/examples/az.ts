/** What the rules of form let pass and what they find in Azerbaijani. */
import { type LanguageExamples, NO_WORDS, spokenIn } from './spoken.ts'

const { passing, failing, inserting, insertingBadly, FORMULAS, PROTEST, partial } = spokenIn(
  'az',
  'Cümlə burada durur.'
)

const OPENING = 'öz ehtiramını bildirir və{{> in-view-of}} aşağıdakıları {{name'
const RECIPIENT = '{{name recipient form="full" case="dat"}} '
const ACT = 'əlaqədar kəskin etirazını bildirir'
const STRONG = "strong-protest: { text: '{{dates"
const DAMAGE = 'az: binanın şərq qanadı uçmuş'
const ROOF = 'az: binanın damı dağılmış'
const NIL = 'none: { text: İnsan tələfatı olmamışdır'

export const azerbaijani: LanguageExamples = {
  NV001: {
    passes: [
      inserting('Yalnız dənizdəki qırmızı işıq və təmiz divar qalmışdır.'),
      inserting('Qırıq şüşələr, çürük taxtalar və neft buruğu aşkar edilmişdir.'),
      inserting('Növbətçi «biz qayıdacağıq» sözlərini eşitmişdir.')
    ],
    fails: [
      insertingBadly('Təmsilçiliklərimizə ziyan vurulmuşdur.'),
      insertingBadly('Bununla əlaqədar izahat gözləyirik.'),
      insertingBadly('Məsələ Sizə məlumdur.'),
      insertingBadly('Bildirdiyiniz tədbirlər görülməmişdir.'),
      failing(
        'a formula says "we"',
        [FORMULAS, 'etirazımızı'],
        [FORMULAS, ACT, 'əlaqədar kəskin etirazımızı, etirazını bildirir']
      )
    ]
  },
  NV002: {
    passes: [inserting('Əlahəzrət Kral həmin gün binada olmamışdır.')],
    fails: [insertingBadly('Hörmətli cənab Səfir, məsələ araşdırılır.')]
  },
  NV003: {
    passes: [inserting('Saziş həmin otaqda imzalanmışdır.')],
    fails: [
      insertingBadly('İmzaladı: Nazir.'),
      failing(
        'a name under the date',
        [partial('dateline'), 'Əliyev'],
        [partial('dateline'), '{{place}}, ', 'A. Əliyev, {{place}}, ']
      )
    ]
  },
  NV004: {
    passes: [passing('both in full, in their cases')],
    fails: [
      failing(
        'the recipient by its short name',
        [FORMULAS, OPENING],
        [
          FORMULAS,
          `${RECIPIENT}${OPENING} recipient`,
          `{{name recipient form="short" case="dat"}} ${OPENING} recipient form="short"`
        ]
      )
    ]
  },
  NV005: {
    passes: [passing('after the full ones')],
    fails: [
      failing(
        'a short name in the first sentence',
        [FORMULAS, OPENING],
        [
          FORMULAS,
          `${RECIPIENT}${OPENING} recipient`,
          `{{name recipient form="short" case="dat"}} ${OPENING} recipient form="short"`
        ]
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
        [FORMULAS, 'in-view-of}} aşağıdakıları bildirir'],
        [
          FORMULAS,
          `${OPENING} recipient case="gen"}} diqqətinə çatdırmaqdan şərəf duyur`,
          'öz ehtiramını bildirir və{{> in-view-of}} aşağıdakıları bildirir'
        ]
      ),
      failing(
        'no compliments',
        [FORMULAS, 'şərəf duyur'],
        [FORMULAS, OPENING, OPENING.replace('öz ehtiramını bildirir', 'müraciət edir')]
      ),
      insertingBadly('Nazirlik bu fürsətdən istifadə edərək aşağıdakıları əlavə edir.')
    ]
  },
  NV010: {
    passes: [inserting('Nazirlik cavab verməkdən şərəf duyur.')],
    fails: [
      insertingBadly('Nazirlik etirazını bildirməkdən şərəf duyur.'),
      insertingBadly('Nazirlik cavab tələb etmək şərəfinə malikdir.')
    ]
  },
  NV011: NO_WORDS,
  NV012: {
    passes: [
      inserting('Binanın qarşısında etiraz etmiş kütlə dağılmışdır.'),
      inserting('Nazirlik bununla əlaqədar narahatlığını ifadə edir.')
    ],
    fails: [
      insertingBadly('Nazirlik cavab verilməməsinə etirazını bildirir.'),
      failing('a weaker act', [FORMULAS, STRONG], [FORMULAS, ACT, 'əlaqədar etirazını bildirir']),
      failing('a stronger act', [FORMULAS, STRONG], [FORMULAS, ACT, 'əlaqədar ən kəskin etirazını bildirir']),
      failing('no act', [FORMULAS, STRONG], [FORMULAS, ACT, 'əlaqədar məlumat verir'])
    ]
  },
  NV013: {
    passes: [inserting('Havanın pisləşməsi işlərə mane olmuşdur.')],
    fails: [insertingBadly('Nazirlik hücumu dərhal pisləmişdir.')]
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
    passes: [inserting('Xəritə həmin sazişə dair Əlavə\u00A0II-dən götürülmüşdür.')],
    fails: [insertingBadly('Ətraflı məlumat Əlavə\u00A0II-də verilmişdir.')]
  },
  NV021: 'because the note is in Azerbaijani itself; in Russian it is a translation',
  NV022: NO_WORDS,
  NV023: {
    passes: [
      inserting('Qalıqlar 2026-cı\u00A0il mayın\u00A014-də təhvil verilmişdir.'),
      inserting('Bu, 14\u00A0may 2026-cı\u00A0il tarixinə aiddir.')
    ],
    fails: [
      insertingBadly('Qalıqlar 28.04.2026 tarixində təhvil verilmişdir.'),
      insertingBadly('Qalıqlar 28\u00A0aprel 2026 tarixində təhvil verilmişdir.'),
      insertingBadly('Zərbə 2026-cı\u00A0il fevralın\u00A05-də endirilmişdir.')
    ]
  },
  NV024: {
    passes: [
      inserting('Bu, 2023-cü, 2026-cı və 2029-cu illərdə, ayın 6-da və 14-də, saat 14:30-da baş vermişdir.'),
      inserting('«2025-cı» yazısı silinmişdir.')
    ],
    fails: [
      insertingBadly('Bu, 2025-cı\u00A0ildə məlum olmuşdur.'),
      insertingBadly('Bu, mayın\u00A06-də məlum olmuşdur.'),
      insertingBadly('Bu, saat 06:30-də məlum olmuşdur.')
    ]
  },
  NV025: {
    passes: [inserting('Yerli vaxtla saat 06:35-də işlər başlanmışdır.')],
    fails: [
      insertingBadly('Moskva vaxtı ilə saat 06:35-də işlər başlanmışdır.'),
      failing(
        'the day after the recorded one',
        ['register.yaml', 'aprelin\u00A027'],
        ['register.yaml', DAMAGE, 'az: 2026-cı\u00A0il aprelin\u00A027-də binanın şərq qanadı uçmuş']
      )
    ]
  },
  NV026: NO_WORDS,
  NV027: NO_WORDS,
  NV028: {
    passes: [inserting('Məsələ beynəlxalq hüquqa aiddir.')],
    fails: [
      insertingBadly('Bu barədə Vyana Konvensiyası xatırladılır.'),
      insertingBadly('Bununla əlaqədar 22-ci maddə xatırladılır.')
    ]
  },
  NV029: {
    passes: [inserting('Telefon rabitəsi pozulmuşdur.')],
    fails: [insertingBadly('Hücum Kantar tərəfinin öhdəliklərini pozur.')]
  },
  NV030: NO_WORDS,
  NV031: {
    passes: [inserting('Səfirliyin binasının toxunulmazlığı xatırladılır.')],
    fails: [insertingBadly('Kaldmerdəki fəxri konsulluq toxunulmazdır.')]
  },
  NV032: {
    passes: [inserting('Raketlər Druvan Krallığının ərazisinə düşmüşdür.')],
    fails: [insertingBadly('Raketlər Vesmar Respublikasının ərazisinə düşmüşdür.')]
  },
  NV033: {
    passes: [inserting('Dövlətlərin məsuliyyəti haqqında maddələr adəti əks etdirir.')],
    fails: [insertingBadly('Hücum dövlətlərin məsuliyyəti haqqında maddələri pozur.')]
  },
  NV034: {
    passes: [inserting('Binanı qoruyan divar uçmuşdur.')],
    fails: [insertingBadly('Nazirlik binaların qorunmasını tələb edir.')]
  },
  NV035: {
    passes: [inserting('Yağışa baxmayaraq, işlər davam etdirilmişdir.')],
    fails: [insertingBadly('Koordinatlar məlum olsa da, buna baxmayaraq, binaya zərbə endirilmişdir.')]
  },
  NV036: {
    passes: [
      inserting('Bu barədə 12/2026\u00A0nömrəli notada məlumat verilmişdir.'),
      inserting('№\u00A043 briqadanın əsgəri yaralanmışdır.')
    ],
    fails: [
      insertingBadly('Bu barədə 77/2026\u00A0nömrəli notada məlumat verilmişdir.'),
      insertingBadly('Bu barədə №\u00A077/2026 sənəddə məlumat verilmişdir.'),
      failing(
        'reports that are lost',
        [PROTEST, '{{!'],
        [partial('reports'), 'məlumat verilmişdir.', 'sənəd göndərilmişdir.']
      )
    ]
  },
  NV037: {
    passes: [
      passing('about and exact, in their cases'),
      passing('a hedge behind', ['register.yaml', DAMAGE, 'az: 35\u00A0addıma yaxın məsafədə qanad uçmuş'])
    ],
    fails: [
      failing(
        'again in another case',
        ['register.yaml', '35\u00A0addımda'],
        ['register.yaml', DAMAGE, 'az: 35\u00A0addımda binanın qanadı uçmuş']
      ),
      failing(
        'an hour without its hedge',
        [partial('hours'), 'this.time.local'],
        [
          partial('hours'),
          '{{~else if this.time}}{{time this.time}}',
          '{{~else if this.time}}saat {{this.time.local}}-də'
        ]
      ),
      failing(
        'a type as a weapon that was identified',
        [FORMULAS, 'adlı'],
        [FORMULAS, "type: { text: '«{{this.designation}}» tipli'", "type: { text: '«{{this.designation}}» adlı'"]
      )
    ]
  },
  NV038: {
    passes: [passing('steps and metres')],
    fails: [
      failing(
        'a conversion',
        ['register.yaml', '(25\u00A0metr)'],
        ['register.yaml', 'after: aralıda olmuş', 'after: (25\u00A0metr) aralıda olmuş']
      )
    ]
  },
  NV039: {
    passes: [passing('nobody named, a question asked')],
    fails: [
      insertingBadly('Raket Kantar Federasiyasının qüvvələri tərəfindən buraxılmışdır.'),
      insertingBadly('Hücum bilərəkdən törədilmişdir.')
    ]
  },
  NV040: {
    passes: [passing('the templates of the package')],
    fails: [
      failing(
        'a month',
        [PROTEST, 'noyabrın'],
        [PROTEST, '{{> recall}}', 'Məsələ noyabrın sonunda açılmışdır.\n\n{{> recall}}']
      ),
      failing(
        'a number in words',
        [PROTEST, 'üç'],
        [PROTEST, '{{> recall}}', 'Məsələ üç dəfə qaldırılmışdır.\n\n{{> recall}}']
      ),
      failing(
        'a State in a case',
        [PROTEST, 'Krallığında'],
        [PROTEST, '{{> recall}}', 'Məsələ Druvan Krallığında qaldırılmışdır.\n\n{{> recall}}']
      )
    ]
  },
  NV041: {
    passes: [
      passing('none and known'),
      passing('no loss of life where people were hurt', [
        'register.yaml',
        ROOF,
        `az: "insan tələfatı olmamış, binanın damı dağılmış"`
      ])
    ],
    fails: [
      failing(
        'nil is lost',
        [partial('incident'), '{{~capital'],
        [FORMULAS, NIL, 'none: { text: Zənglər cavabsız qalmışdır']
      ),
      failing(
        'somebody is hurt where nobody was',
        [FORMULAS, 'Bir əməkdaş'],
        [FORMULAS, NIL, 'none: { text: İnsan tələfatı olmamışdır. Bir əməkdaş xəsarət almışdır']
      ),
      failing(
        'nobody hurt where somebody was',
        ['register.yaml', 'xəsarət alan'],
        ['register.yaml', ROOF, `az: "xəsarət alan olmamış, binanın damı dağılmış"`]
      )
    ]
  },
  NV042: {
    passes: [inserting('Divar 90° bucaq altında əyilmişdir.')],
    fails: [
      insertingBadly('Raketin 48,45° şimal en dairəsi üzrə düşdüyü bildirilmişdir.'),
      insertingBadly('Raket 12,34567; 45,99999 nöqtəsinə düşmüşdür.')
    ]
  },
  NV043: {
    passes: [inserting('Kiyevdən və Xarkivdən məlumat alınmışdır.')],
    fails: [insertingBadly('Kiyevdən məlumat alınmış, Kievə cavab verilmişdir.')]
  },
  NV044: {
    passes: [inserting('Fövqəladə Hallar Nazirliyi (FHN) çağırılmışdır. FHN dərhal gəlmişdir.')],
    fails: [
      insertingBadly('Hadisə yerinə FHN gəlmişdir.'),
      insertingBadly('Hadisə yerinə FHN-in maşını gəlmişdir.'),
      insertingBadly('Avadanlıq, mebel və s. itmişdir.')
    ]
  },
  NV045: {
    passes: [inserting('Mayın\u00A014-də divarın 12\u00A0metri uçmuşdur.')],
    fails: [
      insertingBadly('Qalıqlar mayın 14-də qaytarılmışdır.'),
      insertingBadly('Bu, 2026-cı ildə məlum olmuşdur.'),
      insertingBadly('Divarın 12 metri uçmuşdur.'),
      insertingBadly('Bu barədə 12/2026 nömrəli notada məlumat verilmişdir.')
    ]
  },
  NV046: {
    passes: [passing('every branch of the templates')],
    fails: [insertingBadly('Hesabatın nömrəsi TODO.'), insertingBadly('Hesabat [tarix] tarixlidir.')]
  },
  NV047: {
    passes: [inserting('Kütlə «the Embassy of the Republic» sözlərini təkrar etmişdir.')],
    fails: [
      insertingBadly('The Ministry has been informed of this.'),
      insertingBadly('Bakanlığı şiddetle protesto eder.'),
      insertingBadly('Məsələ дело adlanır.')
    ]
  },
  NV048: NO_WORDS,
  NV049: {
    passes: [passing('reserved')],
    fails: [
      failing('reserved, and lost', [PROTEST, '{{!'], [PROTEST, '{{> reservation}}\n', '']),
      insertingBadly('Vesmar Respublikası bütün hüquqlarını özündə saxlayır.', [
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
    passes: [inserting('Məxfi sənədlər məhv olmuşdur.')],
    fails: [
      failing(
        'a classification',
        [partial('reference'), 'MƏXFİ'],
        [partial('reference'), '{{profile.numberSign}}', 'MƏXFİ {{profile.numberSign}}']
      )
    ]
  },
  NV054: {
    passes: [inserting('Bu, SOCAR-ın və ATƏT-in «дело» adlanan işidir.')],
    fails: [
      insertingBadly('Bu barədə N\u0430zirlik məlumat vermişdir.'),
      failing(
        'in a name of the records',
        ['register.yaml', 'az: L\u0430nner'],
        ['register.yaml', 'az: Lanner', 'az: L\u0430nner']
      )
    ]
  },
  NV055: {
    passes: [inserting('İzmir, Iğdır və İstanbul şəhərlərinə məlumat verilmişdir.')],
    fails: [
      insertingBadly('Məlumat Istanbul şəhərindən alınmışdır.'),
      insertingBadly('Səfirlıyi əhatə edən divar uçmuşdur.'),
      insertingBadly('Bu, i\u0307stintaqa mane olmuşdur.'),
      insertingBadly('Bu, ıki binaya zərər vurmuşdur.')
    ]
  },
  NV056: {
    passes: [inserting('Kaldmerdən və Morveldən məlumat alınmışdır.')],
    fails: [
      insertingBadly('Vessmar tərəfi məlumat vermişdir.'),
      insertingBadly('Kaltmer şəhərindən məlumat alınmışdır.')
    ]
  }
}
