/** The first and second person as the lexicons find them, in words that hide it and in words that only look so. */
import { describe, expect, test } from 'vitest'
import { LEXICONS } from '../../src/languages/lexicons.ts'

const PERSONS: Readonly<Record<string, { readonly found: string; readonly passed: string }>> = {
  az: {
    found:
      'biz bizim Bizə siz Sizin mənim təmsilçiliklərimizə ölkəmizin tərəfimizdən torpaqlarımızda borcumuzdur sözümüz evinizdən bildirdiyiniz xahişiniz etdiniz gördünüz bildiririk tələb.edirik alırıq oxuyuruq görürük etdik aldıq gördük bildirmişik görmüşük edəcəyik alacağıq etməliyik bildirirəm özümüzü',
    passed:
      'yalnız yalnızca dəniz dənizdə dənizi təmiz təmizdir qırmızı qırmızıdır ulduz ulduzun donuz Ramiz Ramizin Rəmizə Hörmüz Termiz otuz doqquz səkkiz ingilis qırıq buruq çürük quruq cırıq sandıq fındıq düdük dik periodik metodik sporadik ensiklopedik addım yardım təqdim ehtiram bayram qədim etdikdə etdiyi edilmədiyi yüksək nümayəndəlik mexanizm kommunizm Nazirliyin birlik bilik Azərbaycanın uğursuz günahsız nizam mizan üçün müdafiəsiz sənaye sənəd bizneslə izin'
  },
  ru: {
    found:
      'мы нас Наш нашему нашими вы Вам вашей я мне моего заявляем требуем просим выражаем настаиваем ожидаем призываем напоминаем обращаем обращаемся считаем осуждаем протестуем надеемся доводим вносим заявляю прошу имеем пользуемся',
    passed:
      'случаем обычаем урожаем Китаем Уругваем Шанхаем поцелуем краем маем объем приём подъем водоём своём всем чем нашёл нашли нашествие важный мышь высота вышка заявляемый требуемый необходимым иным этим таким Крым дым режим одним прочим ваза яма моет мнение'
  }
}

describe.each(Object.entries(PERSONS))('%s', (language, { found, passed }) => {
  const isPerson = (word: string) =>
    word
      .replaceAll('.', ' ')
      .match(Object.entries(LEXICONS).find(([tag]) => tag === language)?.[1].person ?? /(?!)/u) !== null

  test('finds whoever speaks or is spoken to', () => {
    expect(found.split(' ').filter(each => !isPerson(each))).toEqual([])
  })

  test('lets pass what only looks so', () => {
    expect(passed.split(' ').filter(isPerson)).toEqual([])
  })
})
