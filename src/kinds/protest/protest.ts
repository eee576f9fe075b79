/** The kind `protest`: holds an incident against a State, recalls earlier ones, and asks for redress. */
import type { Kind } from '../../dossier/kind.ts'
import { carriedProtest, incidentsOfProtest, usedByProtest } from './carried.ts'
import { decide } from './decide.ts'
import { protestDossier } from './dossier.ts'
import { protestMustSay } from './must-say.ts'
import { PROMISES } from './promises.ts'
import { protestIn } from './protest-case.ts'
import { protestRelations } from './relations.ts'
import { INSERT_PLACES, protestFields } from './request.ts'
import { sayProtest } from './say.ts'
import { statedTraces } from './submission.ts'

export const PROTEST: Kind = {
  name: 'protest',
  request: protestFields,
  insertPlaces: INSERT_PLACES,
  relations: protestRelations,
  dossier: protestDossier,
  promised: PROMISES.dossier.promised,
  decide: facts => {
    const decisions = decide(protestIn(facts))
    const { notes, positions, bases: articles } = decisions
    return { notes, positions, articles, say: (desk, cite) => sayProtest(desk, decisions, cite) }
  },
  incidents: incidentsOfProtest,
  used: usedByProtest,
  carried: carriedProtest,
  statedTraces,
  mustSay: protestMustSay
}
