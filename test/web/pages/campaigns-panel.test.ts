import { expect, test } from 'vitest'
import { campaignsOf } from '../../../src/core/business/origin-rules.js'
import { campaignsPanel } from '../../../src/web/pages/whatsapp/campaigns-panel.js'
import { project } from '../../core/conversation/_engine.js'

const { business, messages } = project

test('each campaign has its link and what it writes; without any there is no panel', () => {
  const campaigns = campaignsOf([{ code: 'FERIA', name: 'Feria <del> hogar' }])
  const panel = campaignsPanel(messages, { ...business, campaigns })
  const markup = panel === false ? '' : panel.markup
  expect(markup).toContain('<a href="https://wa.me/573000000000?text=Hola%2C%20vengo%20por%20')
  expect(markup).toContain('Feria &lt;del&gt; hogar')
  expect(campaignsPanel(messages, { ...business, campaigns: [] })).toBe(false)
})
