import { expect, test } from 'vitest'
import { factList } from '../../../src/web/pages/fact-list.js'
import { sharedFacts } from '../../../src/web/view/shared-facts.js'
import { project, sends, talk } from '../../core/conversation/_engine.js'
import { insightOf, wallOf } from '../_insight.js'

test('what they sent can be opened from the panel: a number, a place, and how big a file is', () => {
  const chat = sends(
    talk('soy Ana, 20 camisetas polo'),
    { kind: 'contact', name: 'Wilmer', phone: '+573000000481' },
    { kind: 'location', name: null, latitude: 4.6, longitude: -74.1 },
    { kind: 'document', name: 'logo <1>.pdf', bytes: 122_880, caption: null },
  )
  const facts = sharedFacts(insightOf(chat), wallOf(chat))
  const { markup } = factList(facts, project.messages)
  expect(markup).toContain('<a href="https://wa.me/573000000481" target="_blank" rel="noopener">')
  expect(markup).toContain('<a href="https://maps.google.com/?q=4.6,-74.1"')
  expect(markup).toContain('logo &lt;1&gt;.pdf · 120 KB')
})
