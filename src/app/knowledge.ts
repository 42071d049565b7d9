import { policyFor, withRestDays } from '../core/business/contact-rules.js'
import { createMentions } from '../core/business/mentions.js'
import type { Business } from '../core/business/types.js'
import { createCommandParser } from '../core/owner/commands.js'
import type { Iso } from '../core/types.js'
import { createChooser } from '../core/understanding/choice.js'
import { createReader } from '../core/understanding/reader.js'
import { createSumReader } from '../core/understanding/sum.js'
import { policyOf } from '../project/compiled-data.js'
import type { Project } from '../project/load.js'
import type { Database } from '../store/sqlite/database.js'
import { createFlowShelf, type FlowShelf } from './flow-shelf.js'

export type Knowledge = {
  /**
   * What a turn looks at of the project. One object all the while: whoever holds it sees what was
   * taken up last.
   */
  readonly parts: ReturnType<typeof partsOf> & { readonly flow: FlowShelf['find'] }
  project(): Project
  business(): Business
  take(project: Project): void
}

/** The project as turns know it, and the way to take up an edited one while they go on. */
export function createKnowledge(project: Project, db: Database, now: () => Iso): Knowledge {
  const shelf = createFlowShelf(db, project.flows, now())
  const parts = { ...partsOf(project), flow: shelf.find }
  let current = project
  return {
    parts,
    project: () => current,
    business: () => current.business,
    take: (next) => {
      shelf.take(next.flows, now())
      Object.assign(parts, partsOf(next))
      current = next
    },
  }
}

function partsOf({ business, messages, lexicon, policies, holidays }: Project) {
  const { country } = business
  return {
    business,
    messages,
    policy: policyFor(policyOf(policies, country), business.contact, country in policies.countries),
    holidays: withRestDays(holidays[country] ?? new Set<number>(), business.contact),
    read: createReader(lexicon),
    choose: createChooser(lexicon, country),
    mentions: createMentions(business),
    parseCommand: createCommandParser(messages),
    readAmount: createSumReader(lexicon, country),
  }
}
