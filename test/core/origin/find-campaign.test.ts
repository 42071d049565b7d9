import { describe, expect, test } from 'vitest'
import { campaignsOf } from '../../../src/core/business/origin-rules.js'
import { campaignLink } from '../../../src/core/origin/campaign-link.js'
import { findCampaign } from '../../../src/core/origin/find-campaign.js'
import { project } from '../conversation/_engine.js'
import { linesOf } from '../understanding/lexicon.js'

const campaigns = campaignsOf([
  { code: 'FERIA', name: 'Feria del hogar' },
  { code: 'VERANO-26', name: 'Verano', source: 'radio' },
  {
    code: 'VOLANTE',
    name: 'Volante del barrio',
    text: 'Hola! Vi el volante del barrio y quiero información',
  },
])

const find = (text: string): string | null =>
  findCampaign(text, campaigns, project.messages)?.campaign.code ?? null

describe('the text of a link, as people send it', () => {
  test.each([
    ['Hola, vengo por Feria del hogar, código FERIA', 'FERIA'],
    ['hola vengo por feria del hogar codigo feria', 'FERIA'],
    ['HOLA!!! VENGO POR FERIA DEL HOGAR, CODIGO FERIA', 'FERIA'],
    ['buenas, vengo por la ferai del hogar', 'FERIA'],
    ['vengo por feria del hogar 😊 necesito 20 polos', 'FERIA'],
    ['código: feria. Necesito uniformes', 'FERIA'],
    ['FERIA', 'FERIA'],
    ['hola feria', 'FERIA'],
    ['hola, FERIA. necesito 20 polos', 'FERIA'],
    ['verano 26', 'VERANO-26'],
    ['hola vengo de parte de VERANO26 y quiero batas', 'VERANO-26'],
    ['vreano-26', 'VERANO-26'],
    ['hola vi el volante del barrio, quiero informacion', 'VOLANTE'],
    ['vi el volante y quiero información de delantales', 'VOLANTE'],
  ])('«%s» is %s', (text, code) => {
    expect(find(text)).toBe(code)
  })
})

describe('ordinary words', () => {
  test.each([
    '¿tienen algo para la feria del hogar?',
    'necesito 30 delantales para la feria del hogar del 20 de abril',
    'vengo a preguntar por el uniforme que llevaban en la feria del hogar',
    'trabajo en una feria',
    'la FERIA es el sábado',
    'necesito camisas de verano',
    'uniformes de verano para 26 personas',
    'quiero imprimir un volante',
    '¿imprimen el volante del barrio y tarjetas?',
    'hola',
    '',
  ])('«%s» are nobody’s link', (text) => {
    expect(find(text)).toBeNull()
  })

  test('two that may be meant are none', () => {
    expect(find('código FERIA o código VOLANTE')).toBeNull()
  })

  test('no line that people are known to write is taken for one', () => {
    const lines = ['dev', 'own', 'sayings'].flatMap((name) =>
      linesOf(`test/fixtures/utterances/${name}.jsonl`),
    )
    expect(lines.length).toBeGreaterThan(500)
    expect(lines.filter(({ text }) => find(text) !== null)).toEqual([])
  })
})

test('the link writes its own text, and the code where the text has none', () => {
  const { business, messages } = project
  const links = campaigns.map((campaign) => campaignLink(campaign, business, messages) ?? '')
  const texts = links.map((link) => decodeURIComponent(link.split('?text=')[1] ?? ''))
  expect(links[0]).toMatch(/^wa\.me\/573000000000\?text=Hola%2C/)
  expect(texts[0]).toBe('Hola, vengo por Feria del hogar, código FERIA')
  expect(texts[2]).toBe('Hola! Vi el volante del barrio y quiero información')
  for (const [at, text] of texts.entries()) expect(find(text)).toBe(campaigns[at]?.code)
})
