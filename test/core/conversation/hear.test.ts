import { describe, expect, test } from 'vitest'
import type { Content } from '../../../src/core/types.js'
import {
  type Chat,
  later,
  messageOf,
  newChat,
  of,
  reply,
  says,
  sends,
  slots,
  take,
  talk,
  told,
} from './_engine.js'

const ASKED = talk('soy Ana, necesito 15 camisas')

/** A human types on the business's own phone. */
function humanTypes(chat: Chat, text: string): Chat {
  const { parts, reading } = messageOf(chat, [{ kind: 'text', text }])
  return take(chat, { kind: 'human_wrote', by: 'phone', parts, text, reading })
}

describe('a human who types on the phone', () => {
  const taken = humanTypes(ASKED, 'Hola, Ana, soy Rosalba. ¿Le gustó más la azul?')

  test('silences the bot for twelve hours and drops what waited to be sent', () => {
    const until = new Date(Date.parse(ASKED.context.now) + 12 * 3_600_000).toISOString()
    expect(taken.state.dialogue.paused).toMatchObject({ until })
    expect(of(taken.effects, 'cancel_queued')).toMatchObject([{ occasion: 'all' }])
    expect(taken.said).toEqual([])
  })

  test('the bot still listens and fills slots', () => {
    const chat = says(taken, 'la azul, y mejor 25 camisas para el 15 de abril')
    expect(chat.said).toEqual([])
    expect(slots(chat)).toMatchObject({ quantity: 25, urgency: { days: [36, 36] } })
  })

  test('each thing they type makes it twelve hours from then', () => {
    const again = humanTypes(later(taken, 'PT2H'), 'Listo, le llevo la muestra.')
    expect(Date.parse(again.state.dialogue.paused?.until ?? '')).toBe(
      Date.parse(taken.state.dialogue.paused?.until ?? '') + 2 * 3_600_000,
    )
  })

  test('in a chat nobody wrote to before, the bot keeps quiet from the start', () => {
    const chat = says(humanTypes(newChat(), 'Buenas, le escribo del taller'), 'ah hola, qué tal')
    expect(chat.said).toEqual([])
  })
})

describe('what is not text', () => {
  const CARD: Content = { kind: 'contact', name: 'Luis', phone: '+573005550102' }

  test.each<[Content, string, string]>([
    [{ kind: 'image', caption: null }, 'Recibí la foto', 'media'],
    [
      { kind: 'document', name: 'logo.pdf', bytes: null, caption: null },
      'Recibí el documento',
      'media',
    ],
    [{ kind: 'video', caption: null }, 'Recibí el video', 'media'],
    [
      { kind: 'location', name: null, latitude: 4.6, longitude: -74.1 },
      'Recibí la ubicación',
      'media',
    ],
    [CARD, 'Recibí el contacto de Luis', 'media'],
    [{ kind: 'call', missed: true }, 'Vi la llamada perdida', 'called'],
    [{ kind: 'unreadable' }, 'No pude abrir ese mensaje', 'media'],
    [{ kind: 'audio', seconds: 34, transcript: null }, 'audio', 'audio'],
  ])('%j is acknowledged and shown to the owner', (content, words, notice) => {
    const chat = sends(ASKED, content)
    expect(reply(chat)).toContain(words)
    expect(told(chat)).toEqual([notice])
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'fecha', misses: 0 })
  })

  test.each<Content>([
    { kind: 'reaction', emoji: '👍', to: 'm0.0' as never },
    { kind: 'delete', of: 'm0.0' as never },
    { kind: 'sticker' },
  ])('%j needs no answer and moves nothing', (content) => {
    const chat = sends(ASKED, content)
    expect(chat.said).toEqual([])
    expect(chat.state.dialogue.pending).toEqual(ASKED.state.dialogue.pending)
  })

  test('a voice note with its words counts as text', () => {
    const chat = sends(ASKED, { kind: 'audio', seconds: 4, transcript: 'para el 15 de abril' })
    expect(slots(chat)).toMatchObject({ urgency: { days: [36, 36] } })
    expect(told(chat)).toEqual([])
  })

  test('a first voice note gets the introduction that asks for text', () => {
    const chat = sends(newChat(), { kind: 'audio', seconds: 34, transcript: null })
    expect(reply(chat)).toContain('todavía no puedo oír audios')
    expect(reply(chat)).toContain('asistente automático de Uniformes Hilván')
    expect(told(chat)).toEqual(['audio'])
  })

  test('the owner is told of one voice note a chat, the person gets other words each time', () => {
    const audio: Content = { kind: 'audio', seconds: 5, transcript: null }
    const first = sends(ASKED, audio)
    const second = sends(first, audio)
    expect(told(second)).toEqual([])
    expect(reply(second)).not.toBe(reply(first))
  })

  test('an edited message replaces what was said', () => {
    const chat = sends(ASKED, { kind: 'edit', of: 'm0.0' as never, text: 'necesito 25 camisas' })
    expect(slots(chat)).toMatchObject({ quantity: 25 })
  })

  test('an option tapped is the option said', () => {
    const shown = talk('necesito 15 camisas', 'asdf', 'qwer')
    const chat = sends(shown, { kind: 'choice', option: 'mes', label: 'En un mes' })
    expect(slots(chat)).toMatchObject({ urgency: { bucket: 'month' } })
  })
})

describe('the opening', () => {
  test.each([
    ['PT0H', 'buenos días'],
    ['PT3H', 'buenas tardes'],
    ['PT10H', 'buenas noches'],
  ])('after %s it wishes %s, by the clock of the business', (time, words) => {
    expect(reply(says(later(newChat(), time), 'hola'))).toContain(words)
  })

  test('says once that an automated assistant speaks', () => {
    const chat = talk('hola')
    expect(reply(chat)).toContain('asistente automático de Uniformes Hilván')
    expect(reply(says(chat, 'necesito 15 camisas'))).not.toContain('asistente')
  })

  test('does not guess a name from a profile in the first greeting', () => {
    const chat = newChat()
    const event = { ...messageOf(chat, [{ kind: 'text', text: 'hola' }]), profileName: 'Camilo' }
    expect(reply(take(chat, event))).not.toContain('Camilo')
  })

  test('apologises once for an answer that comes the morning after', () => {
    const night = later(newChat(), 'PT11H')
    const event = messageOf(night, [{ kind: 'text', text: 'hola, soy Diana' }])
    const morning = take(later(night, 'PT11H'), event)
    expect(reply(morning)).toContain('Buenos días, Diana. Perdón por la demora: escribió anoche')
    expect(reply(says(morning, 'necesito 15 camisas'))).not.toContain('Perdón')
  })
})

describe('another machine', () => {
  const MACHINE = 'Su mensaje fue recibido'

  test('the same text three times, and the bot goes quiet and tells the owner', () => {
    const chat = talk('hola', MACHINE, MACHINE, MACHINE)
    expect(told(chat)).toContain('loop')
    expect(chat.said).toEqual([])
    expect(says(chat, MACHINE).effects).toEqual([])
  })

  test('five messages that lead nowhere in a minute do the same', () => {
    let chat = newChat()
    for (const text of ['hola', 'asdf', 'qwer', 'zxcv', 'mnbv', 'lkjh']) {
      chat = sends(later(chat, 'PT5S'), { kind: 'text', text })
    }
    expect(of(chat.all, 'tell').map(({ notice }) => notice.kind)).toContain('loop')
  })

  test('also after a person was called', () => {
    const chat = talk('quiero hablar con una persona', MACHINE, MACHINE, MACHINE, MACHINE, MACHINE)
    expect(of(chat.all, 'tell').map(({ notice }) => notice.kind)).toContain('loop')
  })

  test('is heard again when the time is up', () => {
    const quiet = talk('hola', MACHINE, MACHINE, MACHINE)
    expect(reply(says(later(quiet, 'PT13H'), 'necesito 15 camisas'))).toContain('$870.000')
  })

  test('a person who repeats an answer is no machine', () => {
    const chat = talk('necesito 15 camisas', 'en un mes', 'en un mes', 'unos 900 mil')
    expect(of(chat.all, 'tell').map(({ notice }) => notice.kind)).not.toContain('loop')
  })
})
