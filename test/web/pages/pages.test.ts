import { expect, test } from 'vitest'
import { offPage } from '../../../src/web/pages/off-page.js'
import { simulatorPage } from '../../../src/web/pages/simulator-page.js'
import { whatsappPage } from '../../../src/web/pages/whatsapp-page.js'
import { business, messages } from '../_house.js'

const pages = {
  simulator: simulatorPage(messages, business).markup,
  whatsapp: whatsappPage(messages, { state: 'off', since: '2026-03-10T15:00:00.000Z' }).markup,
  off: offPage(messages, 'off').markup,
}

test.each(Object.entries(pages))(
  'the %s page has nothing inline for the policy to refuse',
  (_, page) => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="es">/)
    expect(page).not.toMatch(
      /<style|<script(?![^>]* src=)|\sstyle=|\son\w+=|javascript:|https?:\/\//,
    )
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

test('every label and reference of the simulator points at something', () => {
  const page = pages.simulator
  const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
  const references = page.matchAll(/\s(?:for|aria-controls|aria-labelledby)="([^"]+)"/g)
  for (const [, wanted = ''] of references) {
    for (const id of wanted.split(' ')) expect(ids).toContain(id)
  }
})

test('a name from the business file is text, never markup', () => {
  expect(pages.simulator).toContain('Uniformes &lt;Hilván&gt;')
  expect(pages.simulator).not.toContain('<Hilván>')
})

test('a choice of phone appears only where there are several', () => {
  expect(pages.simulator.match(/<option /g)).toHaveLength(2)
  const alone = simulatorPage(messages, { ...business, staff: business.staff.slice(0, 1) })
  expect(alone.markup).not.toContain('<select')
})
