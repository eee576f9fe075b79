/** A number in; a register and note requests of at least 1,000 words and three pages each out, the same for the same number. */

const places = ['Velna', 'Brezno Ford', 'Upper Dorun', 'Karsk', 'Old Ferry', 'Lesna Mill', 'Sarnov Heights', 'New Quay']
const harms = [
  'the destruction of the roof over the reception hall',
  'the breaking of all windows on the street side',
  'cracks in the bearing wall of the east wing',
  'the loss of two service vehicles',
  'the flooding of the archive on the lower floor',
  'damage to the perimeter wall along some twenty metres',
  'damage to the power supply and the reserve generator',
  'the destruction of the antenna mast'
]
const facts = [
  'fragments bearing factory marks were recovered in the courtyard in the presence of the local emergency service',
  'the strike came without any warning, while the staff was at work in the building',
  'two further explosions were heard within four minutes at a distance of several hundred metres',
  'the fire that broke out was put out only after three hours',
  'the duty officer recorded the moment of the impact by the security cameras of the compound'
]
const means = [
  { kind: 'missile', designation: { en: 'Kestrel' }, certainty: 'type', count: 1 },
  { kind: 'drone', certainty: 'unknown', count: 3 },
  { kind: 'airstrike', certainty: 'unknown' },
  { kind: 'shelling', certainty: 'unknown' }
]

/** Mulberry32: small, seeded, the same everywhere. */
function generator(seed) {
  let state = seed | 0
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const two = number => String(number).padStart(2, '0')
const en = text => ({ en: text })
const evidence = [{ source: 'log' }]

function incidentOf(seed, date, facility) {
  const draw = generator(seed)
  const first = draw(harms.length)
  return {
    occurred: { date, time: `${two(draw(24))}:${two(draw(60))}`, qualifier: 'approx', zone: 'Europe/Vienna' },
    recorded: date,
    facilities: [facility],
    means: means[draw(means.length)],
    attribution: { to: 'ostravia', strength: ['named', 'implied', 'none'][draw(3)], basis: 'physical' },
    intent: 'questioned',
    circumstances: [0, 1].map(step => ({ what: en(facts[(first + step) % facts.length]), evidence })),
    measures: [
      {
        phrase: {
          en: {
            before: 'the point of impact lay',
            after: `from the main entrance on the side of ${places[draw(places.length)]}`
          }
        },
        value: 10 + draw(80),
        unit: 'metre',
        qualifier: 'about',
        evidence
      }
    ],
    damage: [0, 1, 2].map(step => ({ what: en(harms[(first + step * 3) % harms.length]), evidence })),
    casualties: { status: 'none', evidence },
    evidence
  }
}

/** One register for `count` notes: four prior incidents for each, and one occasion each. */
export function makeCase(count) {
  const incidents = {}
  const communications = {
    coordinates: {
      type: 'submission',
      date: '2023-03',
      from: 'karvelia-mfa',
      to: 'ostravia-embassy',
      number: '17/2023',
      evidence,
      scope: {
        described: en('the coordinates of the buildings of its diplomatic missions in the Republic of Lesna'),
        types: ['embassy', 'residence'],
        in: 'lesna',
        facilities: ['embassy', 'residence']
      },
      assurance: {
        by: 'ostravia',
        wording: en('the buildings would be spared in all operations of its armed forces'),
        evidence
      }
    }
  }
  const requests = []
  for (let index = 0; index < count; index++) {
    const prior = [0, 1, 2, 3].map(step => {
      const id = `prior-${index}-${step}`
      const date = `2024-${two(1 + step * 3)}-${two(1 + ((index * 7 + step * 5) % 28))}`
      incidents[id] = incidentOf(index * 31 + step, date, step % 2 ? 'residence' : 'embassy')
      communications[`note-${index}-${step}`] = {
        type: 'note',
        date,
        from: 'karvelia-mfa',
        to: 'ostravia-embassy',
        number: `${100 + index * 4 + step}/2024`,
        incidents: [id],
        evidence
      }
      return id
    })
    const day = two(1 + (index % 27))
    const occasion = `occasion-${index}`
    incidents[occasion] = incidentOf(index * 31 + 17, `2025-06-${day}`, 'embassy')
    requests.push({
      verbale: 1,
      template: 'protest',
      profile: 'ostrelle-mfa',
      languages: { original: 'en' },
      form: 'issue',
      number: `${300 + index}/2025`,
      date: `2025-07-${day}`,
      'as-of': `2025-07-${day}`,
      place: en('Karvel'),
      from: 'karvelia-mfa',
      to: 'ostravia-embassy',
      occasion: [occasion],
      recall: { incidents: prior, order: 'by-class' },
      submission: 'coordinates',
      legal: 'reflected',
      strength: 'strong-protest',
      condemn: true,
      courtesy: 'full',
      demands: ['investigate', 'explain', 'cease', 'non-repetition', 'compensation'],
      'reserve-rights': true,
      insert: [
        {
          after: 'recall',
          source: null,
          by: 'bench',
          text: en(
            'The Ministry has on each of these occasions placed its findings at the disposal of the Embassy, together with photographs, the minutes of the inspections on the spot and a list of the objects that were destroyed, and has each time proposed that experts of both sides examine the sites together; to none of these proposals has it received an answer, although the Embassy confirmed in every case that they had been passed on to the competent authorities without delay.'
          )
        },
        {
          after: 'legal',
          source: null,
          by: 'bench',
          text: en(
            'It bears recalling in this connection that the persons who work in these buildings are known by name to the competent authorities, that the buildings bear flag and coat of arms at all times, and that no military object of any kind stands in their neighbourhood, as independent observers who visited the quarter in the course of the past year have found and have set down in their published reports.'
          )
        }
      ]
    })
  }
  const name = (full, short) => ({ en: short ? { full, short } : { full } })
  const state = (full, short) => ({
    kind: 'state',
    invented: true,
    names: name(full, short),
    treaties: { vcdr: '1990-01-01', vccr: '1990-01-01' }
  })
  const register = {
    verbale: 1,
    parties: {
      karvelia: state('the Republic of Karvelia', 'Karvelia'),
      ostravia: state('the Federation of Ostravia', 'Ostravia'),
      lesna: state('the Republic of Lesna', 'Lesna'),
      'karvelia-mfa': {
        kind: 'ministry',
        of: 'karvelia',
        names: name('the Ministry of Foreign Affairs of the Republic of Karvelia', 'the Ministry'),
        city: en('Karvel')
      },
      'ostravia-embassy': {
        kind: 'embassy',
        of: 'ostravia',
        'accredited-to': 'karvelia',
        names: name('the Embassy of the Federation of Ostravia in the Republic of Karvelia', 'the Embassy'),
        city: en('Karvel')
      }
    },
    facilities: {
      embassy: {
        type: 'embassy',
        of: 'karvelia',
        in: 'lesna',
        names: name('the Embassy of the Republic of Karvelia in Velna', 'the Embassy in Velna'),
        city: en('Velna')
      },
      residence: {
        type: 'residence',
        of: 'karvelia',
        in: 'lesna',
        names: name('the residence of the Ambassador of the Republic of Karvelia in Velna', 'the residence'),
        city: en('Velna')
      }
    },
    incidents,
    communications,
    sources: {
      log: { publisher: 'Ministry of Foreign Affairs of the Republic of Karvelia', date: '2025-06-30', language: 'en' }
    }
  }
  return { register, requests }
}
