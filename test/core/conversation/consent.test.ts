import { describe, expect, test } from 'vitest'
import { acts, type Chat, kinds, of, ROSALBA, reply, says, talk, told } from './_engine.js'

const ASKED = 'soy Ana, necesito 15 camisas'

describe('opting out', () => {
  const chat = talk(ASKED, 'no me escriban más')

  test('is confirmed once', () => {
    expect(chat.said).toHaveLength(1)
    expect(reply(chat)).toContain('no le volvemos a escribir')
  })

  test('cancels every timer and what is queued unasked, and is recorded with its proof', () => {
    expect(of(chat.effects, 'cancel_timers')).toContainEqual(
      expect.objectContaining({ flow: null }),
    )
    expect(of(chat.effects, 'cancel_queued')).toMatchObject([{ occasion: 'proactive' }])
    expect(of(chat.effects, 'consent')).toMatchObject([{ state: 'opted_out', evidence: 'm1.0' }])
    expect(chat.state.contact.consent).toBe('opted_out')
    expect(told(chat)).toEqual(['opted_out'])
  })

  test('sets no reminder, then or later', () => {
    const later = says(chat, 'hola, cuánto vale el delantal?')
    expect([...kinds(chat), ...kinds(later)]).not.toContain('set_timer')
    expect(later.state.dialogue.reminding).toBe(false)
  })

  test('said again is not answered again', () => {
    const again = says(chat, 'no me escriban más')
    expect(again.effects).toEqual([])
  })

  test('who writes again is answered, and told how to be written to again', () => {
    const later = says(chat, 'cuánto vale el delantal?')
    expect(reply(later)).toContain('$29.000')
    expect(reply(later)).toContain('sí, avísenme')
  })

  test('is taken back only by saying so', () => {
    const back = says(says(chat, 'cuánto vale el delantal?'), 'sí, avísenme')
    expect(back.state.contact.consent).toBe('granted')
    expect(of(back.effects, 'consent')).toMatchObject([{ state: 'granted' }])
  })

  test('the stage stays: it is a consent, not a stage', () => {
    expect(chat.state.contact.stage).toBe('lead')
    expect(of(chat.effects, 'stage')).toEqual([])
  })
})

describe('"salir"', () => {
  const asked = talk(ASKED, 'salir')

  test('may mean two things, so it asks which', () => {
    const [message] = of(asked.effects, 'say').map((effect) => effect.message)
    expect(message).toMatchObject({ kind: 'options' })
    expect(message?.kind === 'options' && message.options.map(({ id }) => id)).toEqual([
      'all',
      'chat',
    ])
    expect(asked.state.contact.consent).toBe('none')
  })

  test.each(['1', 'la 1', 'la primera', 'Que no le escribamos más'])('%j opts out', (text) => {
    expect(says(asked, text).state.contact.consent).toBe('opted_out')
  })

  test.each(['2', 'la segunda', 'Solo dejar esta charla aquí'])('%j ends only the chat', (text) => {
    const chat = says(asked, text)
    expect(chat.state.contact.consent).toBe('none')
    expect(chat.state.dialogue.status).toBe('resting')
    expect(reply(chat)).toContain('la dejamos aquí')
  })

  test('anything else goes on with what they say', () => {
    const chat = says(asked, 'para el 15 de abril')
    expect(chat.state.inquiry?.slots.urgency?.status).toBe('known')
    expect(chat.state.contact.consent).toBe('none')
  })
})

describe('their own data', () => {
  test('are told: the name, the number, the order, and how to have them erased', () => {
    const text = reply(talk(ASKED, 'qué datos tienen míos'))
    for (const part of [
      'Nombre: Ana',
      '+573005550101',
      '15 camisas de dotación',
      'borrar mis datos',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('Piensa gastar')
  })

  test('the question that was pending stays pending', () => {
    const chat = talk(ASKED, 'qué datos tienen míos')
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'fecha' })
  })
})

describe('"borrar mis datos"', () => {
  const asked = talk(ASKED, 'borrar mis datos')

  test('asks once before anything is erased', () => {
    expect(asked.state.dialogue.pending).toEqual({ kind: 'erase' })
    expect(kinds(asked)).not.toContain('erase')
    expect(reply(asked)).toContain('¿Lo borro?')
  })

  test.each(['1', 'sí', 'Sí, borrar'])('%j erases, says so, and tells the owner', (text) => {
    const chat = says(asked, text)
    expect(kinds(chat)).toContain('erase')
    expect(told(chat)).toEqual(['erased'])
    expect(reply(chat)).toContain('quedó borrado')
  })

  test.each(['2', 'no', 'No, dejarlo así'])('%j leaves everything as it was', (text) => {
    const chat = says(asked, text)
    expect(kinds(chat)).not.toContain('erase')
    expect(reply(chat)).toContain('queda todo como estaba')
  })

  test('sets no reminder while it waits for the answer', () => {
    expect(kinds(asked)).not.toContain('set_timer')
  })
})

describe('the ledger of permissions', () => {
  const rows = (chat: Chat) =>
    of(chat.all, 'consent').map(({ state, words, actor }) => [state, words, actor.kind])

  test('has a row for every way in and out, in their words', () => {
    const chat = talk('hola, soy Ana', 'no me escriban más', 'sí, avísenme')
    expect(rows(chat)).toEqual([
      ['contacted', 'hola, soy Ana', 'contact'],
      ['opted_out', 'no me escriban más', 'contact'],
      ['granted', 'sí, avísenme', 'contact'],
    ])
  })

  test('has one for what a person of the business noted, and for taking it back', () => {
    const out = acts(talk('hola, soy Ana'), { kind: 'opt_out', words: 'me lo dijo por teléfono' })
    expect(out.state.contact.consent).toBe('opted_out')
    const before = { ...out.state, consent: 'none' } as never
    const undone = acts(out, { kind: 'undo', of: { kind: 'opt_out' }, before })
    expect(undone.state.contact.consent).toBe('none')
    expect(rows(undone).slice(1)).toEqual([
      ['opted_out', 'me lo dijo por teléfono', 'staff'],
      ['restored', '', 'staff'],
    ])
  })

  test('is shown to whoever asks: how it began, and what holds now', () => {
    const chat = talk('hola, soy Ana')
    const at = chat.context.now
    const permissions = () => [
      { state: 'contacted', words: 'hola', actor: { kind: 'contact' }, at } as const,
      { state: 'opted_out', words: '', actor: ROSALBA, at } as const,
    ]
    const asked = says({ ...chat, context: { ...chat.context, permissions } }, 'mis datos')
    expect(reply(asked)).toContain('10 de marzo: primer mensaje «hola»')
    expect(reply(asked)).toContain('10 de marzo: no quiere mensajes, lo anotó Rosalba')
  })
})
