import { first } from './0001-first.js'
import { ownerWords } from './0002-owner-words.js'
import { media } from './0003-media.js'
import { tickets } from './0004-tickets.js'
import { leftAlone } from './0005-left-alone.js'
import { figures } from './0006-figures.js'
import { model } from './0007-model.js'
import { touches } from './0008-touches.js'
import { referrals } from './0009-referrals.js'
import { tribe } from './0010-tribe.js'
import { attributeAnswers } from './0011-attribute-answers.js'
import { figureIndexes } from './0012-figure-indexes.js'
import { language } from './0013-language.js'
import { saleProducts } from './0014-sale-products.js'
import { loops } from './0015-loops.js'
import { nurture } from './0016-nurture.js'
import { modelTasks } from './0017-model-tasks.js'
import { sentFiles } from './0018-sent-files.js'
import { shared } from './0019-shared.js'
import { permissions } from './0020-permissions.js'
import { oddsAge } from './0021-odds-age.js'
import { rehearsals } from './0022-rehearsals.js'
import { salesCounted } from './0023-sales-counted.js'
import { accounts } from './0024-accounts.js'
import type { Migration } from './migration.js'

/** In order: each number is one more than the one before. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  ownerWords,
  media,
  tickets,
  leftAlone,
  figures,
  model,
  touches,
  referrals,
  tribe,
  attributeAnswers,
  figureIndexes,
  language,
  saleProducts,
  loops,
  nurture,
  modelTasks,
  sentFiles,
  shared,
  permissions,
  oddsAge,
  rehearsals,
  salesCounted,
  accounts,
]
