import { listCalls } from './call-list.js'
import { listCustomers, listProspects } from './customers.js'
import { diagnosisAnswer } from './diagnosis.js'
import { askExport } from './export.js'
import { listLeads } from './lead-list.js'
import { listToday, listTomorrow } from './list-today.js'
import { listFacts } from './teach.js'
import { listTickets } from './tickets.js'

/** Words that only show who or what there is. */
export const LISTS = {
  leads: listLeads,
  calls: listCalls,
  customers: listCustomers,
  prospects: listProspects,
  facts: listFacts,
  today: listToday,
  tomorrow: listTomorrow,
  tickets: listTickets,
  export: askExport,
  diagnosis: diagnosisAnswer,
} as const
