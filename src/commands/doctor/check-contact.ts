import { beyondLaw } from '../../core/business/beyond-law.js'
import { policyFor } from '../../core/business/contact-rules.js'
import type { Business } from '../../core/business/types.js'
import { WEEKDAYS } from '../../core/business/week.js'
import { nextAllowed } from '../../core/schedule/contact-hours.js'
import type { Iso } from '../../core/types.js'
import { loadPolicies, policyOf } from '../../project/compiled-data.js'
import type { Find, Finding } from './finding.js'

/**
 * Whether `contact` in the business file asks for hours or counts that its country does not allow, and
 * whether any hour at all is left in which somebody may be written to unasked.
 */
export async function checkContact(
  business: Business,
  now: Iso,
  find: Find,
): Promise<readonly Finding[]> {
  const { contact, country } = business
  const policies = await loadPolicies()
  const theirs = policyOf(policies, country)
  const isLaw = country in policies.countries
  const policy = policyFor(theirs, contact, isLaw)
  // Days of rest and holidays pass: they are no reason to worry.
  const never = nextAllowed({ policy, business, holidays: new Set() }, now) === null
  const beyond = (isLaw ? beyondLaw(theirs, contact) : []).map((one) => {
    if (one.kind === 'hours') {
      const days = one.weekdays.map((weekday) => WEEKDAYS[weekday]).join(', ')
      return find.notice('doctor.contact_hours', { days, country })
    }
    const { kind, asked, allowed } = one
    return find.notice('doctor.contact_cap', { field: kind, asked, allowed, country })
  })
  return never ? [...beyond, find.notice('doctor.contact_never', { country })] : beyond
}
