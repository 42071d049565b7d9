import { checkShape } from '../flow/check-shape.js'
import { parseCondition } from '../flow/condition-file.js'
import type { Path, Problem, Problems, Source } from '../flow/problem.js'
import { reportRepeated } from '../flow/repeated.js'
import { parseForms, parseWordings, problemAt, type Reported } from '../flow/wordings.js'
import { buildLoops } from '../loops/rules.js'
import type { Phone, Result } from '../types.js'
import { fold } from '../understanding/normalise.js'
import { backupRules } from './backup-rules.js'
import { callRules } from './call-rules.js'
import { contactRules } from './contact-rules.js'
import { buildNumber } from './number.js'
import { nurtureRules } from './nurture-rules.js'
import { campaignsOf, originRules } from './origin-rules.js'
import { parseReferrals } from './parse-referrals.js'
import { pinRules } from './pin-rules.js'
import { plainIn, plainOf } from './plain-text.js'
import { retentionRules } from './retention-rules.js'
import { businessShape, type RawBusiness } from './shape.js'
import type { Business, Interval, StaffMember } from './types.js'
import { intervalOf, minuteOf, WEEKDAYS } from './week.js'

/**
 * `flows/business.yaml` → the Business, or every problem found in it at once.
 *
 * ```yaml
 * name: "Uniformes Hilván"
 * sells: "uniformes"       # in one word
 * place: "taller"
 * country: CO              # ISO 3166
 * timeZone: America/Bogota
 * currency: COP            # ISO 4217
 * language: es             # default
 * treatment: usted         # usted, tú or vos
 * segment: b2c             # a contact counts as this unless marked
 * appointments: true       # people buy an appointment, of one thing at a time (default false)
 * staff:                   # in the order in which they are alerted; at least one owner
 *   - { name: Rosalba, title: "la dueña", role: owner, phone: "+573000000001" }
 * hours:                   # every day of the week; [] is closed
 *   lunes: ["8:00-12:30", "13:30-18:00"]
 * lastCallMinutes: 60      # answered the same day when written this long before closing (default)
 * nextDayBy: "10:00"       # otherwise the next working day before this (default)
 * products:
 *   - { id: camisa, one: "camisa", many: "camisas", gender: f, words: [..], price: 58000, from: 12, includes: FORMS, ownGarment: false, usual: 1 }
 *   # usual: so many are taken where nobody says; people then count none
 *   # currency: USD where its price is in another than the business's
 * notMade: [{ id, words, text: FORMS }]
 * facts: [{ id, words, text: FORMS, passesOn: true }]   # without words it is found by what its text is about
 * personas: [{ id, name, one, segment, words, when: CONDITION, suggests: [product ids], flow: id }]
 *   # one: default name; when: also known by this; flow: a talk of their own
 * flows: { talk: qualification, silence: reminders, afterSale: care }
 * takeOverHours: 12        # default
 * alertMinutes: 15         # of open hours, until an alert nobody acts on is repeated (default)
 * digest: "8:00"           # when owners get the day's list on working days (default); off for none
 * quoteDays: 15            # default
 * afterQuote: after-quote  # a sequence for whoever was quoted; none by default
 * objections: [{ id, words, text: TEXTS, later: true }]   # TEXTS as in a flow; later: they will say another day
 * contact: { hours: { lunes: ["9:00-17:00"] }, perDay: 1, perWeek: 2, rest: ["12-24"] }  # see contact-rules.ts
 * retention: { texts: 24, contact: 48, buyers: 120 }  # months; nothing goes by itself without it; see retention-rules.ts
 * nurture:                 # none without it; see nurture-rules.ts
 *   { flow: nurture, days: { awareness: 21, consideration: 14, decision: 7 }, most: 4, at: "10:00",
 *     pieces: [{ id, topic, stage, products: [ids], personas: [ids], text: FORMS }] }
 * gestures: ["…"]          # one of them is suggested each quarter, for one customer; default none
 * attributes: [{ id, name: "la confección" }]  # three at most: what customers judge you by
 * tickets: { days: { normal, high, urgent }, askAgainDays, closeDays }
 * tribe: "https://chat.whatsapp.com/…"  # group of customers; those who would recommend it are invited
 * referrals:               # none without it; the numbers and `earnedAt` below are the defaults
 *   { prefix: HILO, phone: "+573000000000", everyDays: 90, yearlyRewards: 6, earnedAt: customer, reward: FORMS, welcome: FORMS, profile: FORMS }
 * campaigns: [{ code: FERIA, name: "Feria del hogar", source: feria, text: "…" }]  # links: wa.me with that text
 * origins: { ask: qualified, list: false, options: [{ id, label, words }] }  # "¿cómo nos conoció?"; not asked without it
 * calls: { list: "lunes 9:00", at: "10:00", most: 3, rest: 21, afterSale: 10, afterSurvey: 7,
 *          special: { spent: 0, sales: 3, within: 365 } }  # defaults; see call-rules.ts
 * backup: { folder: backups, keep: 8, day: domingo }  # defaults; beside the database; day off for none
 * pin: { code: "2468", minutes: 10 }  # or "2468"; also `pin` of one of the staff; default none
 * number: { phone: "+573000000000", personal: false, rehearsal: 0, ignore: [phones] }  # how WhatsApp's number is used (all optional)
 * loops: { sameText: 3, quietHours: 12 }  # when it falls silent by itself; see loops/rules.ts
 * ideal: CONDITION
 * ```
 *
 * FORMS is one text or `{usted, tú, vos}`, in both cases with `pt` and `en` beside it (`{ text: "…", pt: "…" }`) for whoever
 * writes in those languages. So are `sells`, `place`, `title`, `name` of an attribute, `one` of a persona and `label` of an
 * origin: one text or `{ text, pt, en }`. Of a product: `pt: { one, many, gender }`, where `gender` is its own unless said.
 */
export function parseBusiness(source: Source): Result<Business, Problems> {
  const checked = checkShape(businessShape, source)
  if (!checked.ok) return checked
  const problems: Problem[] = []
  const business = buildBusiness(checked.value, { source, problems })
  return problems.length === 0
    ? { ok: true, value: business }
    : { ok: false, error: { kind: 'problems', problems } }
}

function buildBusiness(raw: RawBusiness, report: Reported): Business {
  reportLists(raw, report)
  return {
    name: raw.name,
    sells: plainOf(raw.sells),
    sellsIn: plainIn(raw.sells),
    place: plainOf(raw.place),
    placeIn: plainIn(raw.place),
    country: raw.country,
    timeZone: raw.timeZone,
    currency: raw.currency,
    language: raw.language ?? 'es',
    treatment: raw.treatment,
    segment: raw.segment,
    appointments: raw.appointments ?? false,
    staff: raw.staff.map(staffMember),
    hours: WEEKDAYS.map((day) => intervals(raw.hours[day], ['hours', day], report)),
    lastCallMinutes: raw.lastCallMinutes ?? 60,
    nextDayBy: minuteOf(raw.nextDayBy ?? '10:00'),
    ...knowledge(raw, report),
    flows: raw.flows,
    takeOverHours: raw.takeOverHours ?? 12,
    alertMinutes: raw.alertMinutes ?? 15,
    digest: raw.digest === 'off' ? null : minuteOf(raw.digest ?? '8:00'),
    attributes: (raw.attributes ?? []).map(({ id, name }) => ({
      id,
      name: plainOf(name),
      nameIn: plainIn(name),
    })),
    tickets: raw.tickets ?? TICKETS,
    quoteDays: raw.quoteDays ?? 15,
    afterQuote: raw.afterQuote ?? null,
    objections: objectionsOf(raw, report),
    contact: contactRules(raw.contact),
    retention: retentionRules(raw.retention),
    nurture: nurtureRules(raw.nurture, report),
    ...whereFrom(raw, report),
    calls: callRules(raw.calls),
    backup: backupRules(raw.backup),
    pin: pinRules(raw.pin, raw.staff),
    gestures: raw.gestures ?? [],
    tribe: raw.tribe ?? null,
    number: buildNumber(raw.number),
    loops: buildLoops(raw.loops),
    ideal: raw.ideal === undefined ? null : parseCondition(raw.ideal),
  }
}

function staffMember({ pin: _, title, ...member }: RawBusiness['staff'][number]): StaffMember {
  return {
    ...member,
    title: plainOf(title),
    titleIn: plainIn(title),
    phone: member.phone as Phone,
  }
}

/** How people come to it: by customers, links and what they say of it. */
function objectionsOf(raw: RawBusiness, report: Reported): Business['objections'] {
  return (raw.objections ?? []).map((each, at) => ({
    ...each,
    said: each.words[0] ?? each.id,
    words: each.words.map(plainWords),
    later: each.later ?? false,
    text: parseWordings(each.text, ['objections', at, 'text'], report),
  }))
}

function whereFrom(
  raw: RawBusiness,
  report: Reported,
): Pick<Business, 'referrals' | 'campaigns' | 'origins'> {
  return {
    referrals: raw.referrals === undefined ? null : parseReferrals(raw.referrals, report),
    campaigns: campaignsOf(raw.campaigns),
    origins: originRules(raw.origins),
  }
}

/** What no single field can tell: names that stand twice, hours that cross, nobody who is an owner. */
function reportLists(raw: RawBusiness, report: Reported): void {
  for (const list of ['products', 'notMade', 'facts', 'personas'] as const) {
    reportRepeated(raw[list]?.map((entry) => entry.id) ?? [], [list], report)
  }
  const pieces = raw.nurture?.pieces.map((entry) => entry.id) ?? []
  reportRepeated(pieces, ['nurture', 'pieces'], report)
  for (const day of WEEKDAYS) {
    intervals(raw.contact?.hours?.[day] ?? [], ['contact', 'hours', day], report)
  }
  if (!raw.staff.some((member) => member.role === 'owner')) {
    report.problems.push(problemAt(report.source, ['staff'], 'flows.no_owner'))
  }
}

const TICKETS: Business['tickets'] = {
  days: { normal: 1, high: 0, urgent: 0 },
  askAgainDays: 3,
  closeDays: 4,
}

type Knowledge = Pick<Business, 'products' | 'notMade' | 'facts' | 'personas'>

function knowledge(raw: RawBusiness, report: Reported): Knowledge {
  return {
    products: raw.products.map(({ pt, en, ...product }, index) => ({
      ...product,
      in: { pt, en },
      currency: product.currency ?? raw.currency,
      from: product.from ?? 1,
      // Nobody makes an appointment for twenty of a thing.
      usual: product.usual ?? (raw.appointments === true ? 1 : null),
      cycle: product.cycle ?? null,
      renewal: product.renewal ?? null,
      includes:
        product.includes === undefined
          ? null
          : parseForms(product.includes, ['products', index, 'includes'], report),
    })),
    notMade: (raw.notMade ?? []).map((entry, index) => ({
      ...entry,
      text: parseForms(entry.text, ['notMade', index, 'text'], report),
    })),
    facts: (raw.facts ?? []).map((fact, index) => ({
      ...fact,
      words: fact.words ?? [],
      text: parseForms(fact.text, ['facts', index, 'text'], report),
      passesOn: fact.passesOn ?? false,
      taught: false,
    })),
    personas: (raw.personas ?? []).map((persona) => ({
      ...persona,
      one: persona.one === undefined ? persona.name : plainOf(persona.one),
      oneIn: plainIn(persona.one),
      when: persona.when === undefined ? null : parseCondition(persona.when),
      flow: persona.flow ?? null,
    })),
  }
}

function intervals(texts: readonly string[], path: Path, report: Reported): readonly Interval[] {
  const parsed = texts.map(intervalOf)
  parsed.forEach(([from, to], index) => {
    const before = parsed[index - 1]
    if (from < to && (before === undefined || before[1] <= from)) return
    const value = texts[index] ?? ''
    report.problems.push(problemAt(report.source, [...path, index], 'flows.hours_order', { value }))
  })
  return parsed
}

/** As the words of a message are compared: without accents, capitals and marks. */
function plainWords(phrase: string): string {
  return fold(phrase)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}
