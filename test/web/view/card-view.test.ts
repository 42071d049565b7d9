import { describe, expect, test } from 'vitest'
import { leadCard } from '../../../src/core/owner/lead-card.js'
import { cardView } from '../../../src/web/view/card-view.js'
import { plainText } from '../../../src/web/view/piece.js'
import { project, talk } from '../../core/conversation/_engine.js'

const { business, messages } = project
const ana = talk('soy Ana, necesito 20 camisetas polo para dentro de dos meses, tengo un millón')

function cardOf(size: 'full' | 'short', changes: object = {}): string {
  const { contact, inquiry } = ana.state
  if (inquiry === null) throw new Error('nothing was asked for')
  const { now } = ana.context
  const said = { lastSaid: ['tengo un millón'], held: [], notes: [], touches: [], referrer: null }
  const flow = ana.context.flow('qualification', null)
  const props = { inquiry, ...said, now, flow, business, messages }
  return leadCard({ ...props, contact: { ...contact, phone: '+573105550101', ...changes } }, size)
}

describe('a lead card', () => {
  test('is known by the very text that the owner gets', () => {
    const card = cardView(cardOf('full'), messages)
    expect(card).toMatchObject({
      title: 'Ana',
      stage: 'Lead calificado',
      score: String(ana.state.inquiry?.score),
    })
    expect(card?.blocks.flat()).toContainEqual({
      kind: 'field',
      label: 'Quiere',
      value: '20 camisetas polo',
    })
  })

  test('loses nothing but the marks of bold', () => {
    const text = cardOf('full')
    const shown = cardView(text, messages)
      ?.blocks.flat()
      .map((line) =>
        line.kind === 'field' ? `${line.label}: ${line.value}` : plainText(line.pieces),
      )
    const lines = text
      .replace(/\*/g, '')
      .split('\n')
      .filter((line) => line !== '')
    const phone = 'Número: +57 310 555 0101'
    expect(shown?.[0]?.replaceAll('\u00a0', ' ')).toBe(phone)
    // Whole and its dots apart, as the words above the line to write on.
    expect(shown?.slice(1).join('\n')).toBe(
      lines.slice(3).join('\n').replace('perdido por…', 'perdido por'),
    )
  })

  test('says below the name, and not in it, that only a profile has it', () => {
    const { slots, ...contact } = ana.state.contact
    const { name: _, ...unnamed } = slots
    const changes = { ...contact, phone: '+573105550101', profileName: 'Marta P.', slots: unnamed }
    expect(cardView(cardOf('full', changes), messages)).toMatchObject({
      title: 'Marta P.',
      stage: 'Lead calificado · nombre de su perfil',
    })
    expect(cardView(cardOf('short', changes), messages)).toMatchObject({
      title: 'Marta P.',
      stage: 'nombre de su perfil',
    })
  })

  test('offers its own words to tap', () => {
    const words = (size: 'full' | 'short') =>
      cardView(cardOf(size), messages)
        ?.blocks.flat()
        .flatMap((line) => (line.kind === 'words' ? line.pieces : []))
        .flatMap((piece) => (piece.kind === 'word' ? [[piece.text, piece.whole]] : []))
    expect(words('full')).toEqual([
      ['tomar', true],
      ['posponer 3 días', true],
      ['perdido por', false],
    ])
    expect(words('short')).toEqual([['tomar', true]])
  })

  test('of somebody who bought before is one too', () => {
    expect(cardView(cardOf('full', { purchases: 2 }), messages)).toMatchObject({ title: 'Ana' })
  })

  test('that is short has its name and score above as well', () => {
    const card = cardView(cardOf('short'), messages)
    expect(card).toMatchObject({ title: 'Ana', stage: '', score: String(ana.state.inquiry?.score) })
  })

  test.each(['Hola', 'Ana queda a su cargo.\nPara anular: *deshacer*.', '', '*Ana*\nuno\n*dos*'])(
    'is not what "%s" is',
    (text) => {
      expect(cardView(text, messages)).toBeNull()
    },
  )
})
