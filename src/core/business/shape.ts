import { z } from 'zod'
import { condition, id, strict } from '../flow/condition-shape.js'
import { filledText, forms, plainText, wordings } from '../flow/shape.js'
import { loopShape } from '../loops/rules.js'
import { backupShape } from './backup-rules.js'
import { callsShape } from './call-rules.js'
import { contactShape } from './contact-rules.js'
import { numberShape } from './number.js'
import { nurtureShape } from './nurture-rules.js'
import { campaignsShape, originsShape } from './origin-rules.js'
import { pinCode, pinShape } from './pin-rules.js'
import { retentionShape } from './retention-rules.js'
import { weekFields } from './week.js'

/** The shape of `flows/business.yaml` as people write it; `parse.ts` says what each field means. */

const clock = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, { error: 'flows.bad_clock' })
const clockOrOff = z
  .string()
  .regex(/^(off|([01]?\d|2[0-3]):[0-5]\d)$/, { error: 'flows.bad_digest' })
const words = z.array(filledText)
const currency = z.string().regex(/^[A-Z]{3}$/, { error: 'flows.bad_currency' })
const period = z
  .string()
  .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, { error: 'flows.bad_duration' })
const count = z.number().int().min(0)

const phone = z.string().regex(/^\+[1-9]\d{7,14}$/, { error: 'flows.bad_phone' })

const staffMember = strict({
  name: filledText,
  title: plainText,
  role: z.enum(['owner', 'seller']),
  phone,
  pin: pinCode.optional(),
})

const gender = z.enum(['f', 'm'])
const names = strict({ one: filledText, many: filledText, gender: gender.optional() })

const product = strict({
  id,
  one: filledText,
  many: filledText,
  gender,
  pt: names.optional(),
  en: names.optional(),
  words: words.min(1, { error: 'flows.empty_list' }),
  price: z.number().positive({ error: 'flows.not_positive' }),
  currency: currency.optional(),
  from: z.number().int().positive({ error: 'flows.not_positive' }).optional(),
  usual: z.number().int().positive({ error: 'flows.not_positive' }).optional(),
  ownGarment: z.boolean().default(false),
  includes: forms.optional(),
  cycle: period.optional(),
  renewal: period.optional(),
})

const referrals = strict({
  prefix: z.string().regex(/^[A-Z]{3,8}$/, { error: 'flows.bad_prefix' }),
  phone: phone.optional(),
  everyDays: z.number().int().positive({ error: 'flows.not_positive' }).optional(),
  yearlyRewards: z.number().int().positive({ error: 'flows.not_positive' }).optional(),
  earnedAt: z.enum(['lead', 'customer']).optional(),
  reward: forms,
  welcome: forms,
  profile: forms,
})

export const businessShape = strict({
  name: filledText,
  sells: plainText,
  place: plainText,
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'flows.bad_country' }),
  timeZone: z.string().refine(isTimeZone, { error: 'flows.bad_time_zone' }),
  currency,
  language: z.string().optional(),
  treatment: z.enum(['usted', 'tú', 'vos']),
  segment: z.enum(['b2b', 'b2c']),
  appointments: z.boolean().optional(),
  staff: z.array(staffMember).min(1, { error: 'flows.empty_list' }),
  hours: strict(weekFields),
  lastCallMinutes: z.number().int().min(0).optional(),
  nextDayBy: clock.optional(),
  products: z.array(product),
  notMade: z.array(strict({ id, words, text: forms })).optional(),
  facts: z
    .array(strict({ id, words: words.optional(), text: forms, passesOn: z.boolean().optional() }))
    .optional(),
  personas: z
    .array(
      strict({
        id,
        name: filledText,
        one: plainText.optional(),
        segment: z.enum(['b2b', 'b2c']),
        words,
        when: condition.optional(),
        suggests: z.array(id),
        flow: id.optional(),
      }),
    )
    .optional(),
  flows: strict({ talk: id, silence: id, afterSale: id }),
  alertMinutes: z.number().int().positive({ error: 'flows.not_positive' }).optional(),
  digest: clockOrOff.optional(),
  takeOverHours: z.number().positive({ error: 'flows.not_positive' }).optional(),
  attributes: z
    .array(strict({ id, name: plainText }))
    .max(3, { error: 'flows.too_many_attributes' })
    .optional(),
  tickets: strict({
    days: strict({ normal: count, high: count, urgent: count }),
    askAgainDays: count,
    closeDays: count,
  }).optional(),
  quoteDays: z.number().int().positive({ error: 'flows.not_positive' }).optional(),
  afterQuote: id.optional(),
  objections: z
    .array(strict({ id, words, text: wordings, later: z.boolean().optional() }))
    .optional(),
  nurture: nurtureShape,
  contact: contactShape,
  retention: retentionShape,
  referrals: referrals.optional(),
  campaigns: campaignsShape,
  origins: originsShape,
  calls: callsShape,
  backup: backupShape,
  pin: pinShape.optional(),
  gestures: words.optional(),
  tribe: z.url({ error: 'flows.bad_link' }).optional(),
  number: numberShape.optional(),
  loops: loopShape.optional(),
  ideal: condition.optional(),
})

export type RawBusiness = z.infer<typeof businessShape>

/** The platform's own list decides; it answers by throwing. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
