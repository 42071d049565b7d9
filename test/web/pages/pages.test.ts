import { expect, test } from 'vitest'
import { PLAIN_NUMBER } from '../../../src/core/business/number.js'
import type { Content, Iso } from '../../../src/core/types.js'
import type { LogEntry, WebDeps } from '../../../src/web/deps.js'
import { offPage } from '../../../src/web/pages/off-page.js'
import { regions } from '../../../src/web/pages/regions.js'
import { simulatorPage } from '../../../src/web/pages/simulator-page.js'
import { whatsappPage } from '../../../src/web/pages/whatsapp-page.js'
import { type SimulatorView, simulatorView } from '../../../src/web/view/simulator-view.js'
import { talk } from '../../core/conversation/_engine.js'
import { business, messages, openHouse, PROSPECT } from '../_house.js'
import { insightOf } from '../_insight.js'

const AT = '2026-03-10T15:00:00.000Z' as Iso
const NO_CARE = {
  ...{ spared: true, held: [], dropped: 0, silent: [], rehearsal: null },
  governing: { now: AT, rules: PLAIN_NUMBER, linkedAt: AT, lockedUntil: null, sent: [] },
}

const EVIL = '<img src=x onerror=alert(1)> & "quotes" \'too\''
const CONTENTS: readonly Content[] = [
  { kind: 'text', text: EVIL },
  { kind: 'image', caption: EVIL },
  { kind: 'audio', seconds: 4, transcript: EVIL },
  { kind: 'document', name: EVIL, bytes: null, caption: EVIL },
  { kind: 'contact', name: EVIL, phone: EVIL },
  { kind: 'location', name: null, latitude: 4.5, longitude: -74.1 },
]

const empty = await viewOf({})
const full = await viewOf({
  people: () => [{ phone: PROSPECT, name: EVIL, stage: 'lead', lastAt: null, unread: 1 }],
  insight: () => insightOf(talk(`soy Ana, necesito 20 camisetas polo ${EVIL}`)),
  conversation: () => conversation(),
})
const pages = {
  empty: simulatorPage(empty).markup,
  full: simulatorPage(full).markup,
  whatsapp: whatsappPage({
    messages,
    business,
    status: { state: 'off', since: '2026-03-10T15:00:00.000Z' },
    aheadMs: 0,
    care: NO_CARE,
    now: new Date('2026-03-10T15:00:00.000Z'),
  }).markup,
  off: offPage(messages, { state: 'off' }, null).markup,
}

async function viewOf(change: Partial<WebDeps>): Promise<SimulatorView> {
  const house = await openHouse(change)
  await house.server.close()
  const { simulator } = house.deps
  if (simulator === null) throw new Error('the house has a simulator')
  return simulatorView(house.deps, simulator, { phone: PROSPECT, staff: null, draft: null })
}

function conversation(): readonly LogEntry[] {
  const at = '2026-03-10T15:00:00.000Z'
  const referral = { sourceType: 'ad', sourceId: null, clickId: null, headline: EVIL }
  const options = [{ id: 'a"b', label: EVIL }]
  return [
    ...CONTENTS.map((content, index): LogEntry => {
      const replyTo = index === 0 ? null : 'm0'
      return { author: 'contact', id: `m${index}`, at, replyTo, content, referral, taken: true }
    }),
    {
      author: 'bot',
      id: 'b',
      at,
      replyTo: 'm0',
      message: { kind: 'options', text: EVIL, options },
      status: 'read',
    },
  ]
}

test.each(Object.entries(pages))(
  'the %s page has nothing inline for the policy to refuse',
  (_, page) => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="es">/)
    const tags = page.match(/<[^>]+>/g)?.join('') ?? ''
    // What somebody wrote may stand in an attribute and look like one: only names count here.
    const names = tags.replace(/"[^"]*"/g, '""')
    expect(/<style|<script(?![^>]* src=)|\sstyle=|\son\w+=/.exec(names)).toBeNull()
    expect(/(?:src|href)="(?!\/)/.exec(tags)).toBeNull()
  },
)

test.each(Object.entries(pages))(
  'the %s page has one first heading and no repeated id',
  (_, page) => {
    expect(page.match(/<h1/g)).toHaveLength(1)
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  },
)

test.each(['empty', 'full'] as const)(
  'every label and reference of the %s simulator points at something',
  (name) => {
    const ids = new Set([...pages[name].matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    const references = pages[name].matchAll(/\s(?:for|aria-controls|aria-labelledby)="([^"]+)"/g)
    for (const [, wanted = ''] of references) {
      for (const id of wanted.split(' ')) expect(ids).toContain(id)
    }
  },
)

test('what anybody wrote is text, never markup', () => {
  expect(pages.full).not.toContain('<img')
  expect(pages.full.match(/&lt;img src=x/g)?.length).toBeGreaterThan(8)
  expect(pages.full).toContain('data-option="a&quot;b"')
  expect(pages.full).toContain('Uniformes &lt;Hilván&gt;')
})

test('every region is one element that bears its name, and stands in the page', () => {
  for (const [name, { markup }] of Object.entries(regions(full))) {
    expect(markup).toMatch(new RegExp(`^<\\w+[^>]*\\sid="${name}"`))
    expect(pages.full).toContain(markup)
  }
})

test('a newcomer finds messages to begin with; afterwards the chat stands there', () => {
  expect(pages.empty).toContain('Escriba como alguien nuevo')
  expect(pages.full).not.toContain('Escriba como alguien nuevo')
})

test('the state of the page survives in an attribute', () => {
  const [, state = ''] = /<main[^>]*\sdata-state="([^"]+)"/.exec(pages.full) ?? []
  expect(JSON.parse(state.replaceAll('&quot;', '"').replaceAll('&#39;', "'"))).toMatchObject({
    phone: PROSPECT,
    staff: business.staff[0]?.phone,
    draft: null,
  })
})

test('a choice of phone appears only where there are several', async () => {
  expect(pages.empty.match(/<option /g)).toHaveLength(2)
  const alone = await viewOf({ business: { ...business, staff: business.staff.slice(0, 1) } })
  expect(simulatorPage(alone).markup).not.toContain('<select')
})
