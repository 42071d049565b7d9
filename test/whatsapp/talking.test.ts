import { expect, test, vi } from 'vitest'
import { column, createHouse, hears, OWNER, PATIENTLY, reaches, statusOf } from './_house.js'

const ANA = { phone: '573005550101', name: 'Ana' }
const COUNT = 'select count(*) from outbox'

test('answers a contact, whichever of their two numbers WhatsApp shows', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const hidden = house.double.contact({ ...ANA, addressing: 'lid' })
  const open = house.double.contact({ phone: '573005550102', name: 'Luis', addressing: 'pn' })
  await hidden.say('hola, necesito 20 camisetas polo')
  await open.say('hola, necesito 15 camisas')
  expect((await hears(hidden, 1))[0]).toContain('$840.000')
  expect((await hears(open, 1))[0]).toContain('15 camisas')
  expect(column(app, 'select phone from contacts order by phone')).toEqual([
    '+573005550101',
    '+573005550102',
  ])
})

test('knows a person again who writes under their other number', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola', { addressing: 'pn' })
  await hears(ana, 1)
  await ana.say('necesito 20 camisetas polo', { addressing: 'lid', tellsBoth: false })
  await hears(ana, 2)
  expect(column(app, 'select count(*) from contacts')).toEqual([1])
})

test('makes one of two once WhatsApp tells whose number it had hidden', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  await app.simulator?.receive({ from: '+573005550101', text: 'hola, soy Ana Torres' })
  const ana = house.double.contact(ANA)
  await ana.say('necesito 20 camisetas polo', { addressing: 'lid', tellsBoth: false })
  await hears(ana, 1)
  expect(column(app, 'select phone from contacts order by id')).toEqual(['+573005550101', null])
  await ana.say('para el viernes', { addressing: 'pn', tellsBoth: false })
  await hears(ana, 2)
  expect(column(app, 'select phone from contacts')).toEqual(['+573005550101'])
  expect(column(app, 'select distinct contact_id from inbox')).toHaveLength(1)
  expect(column(app, 'select count(*) from conversations')).toEqual([2])
})

test('takes a quoted reply for what it answers', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  const [asked] = ana.heard
  if (asked === undefined) throw new Error('nothing was heard')
  await ana.say('20 camisetas polo', { quoting: { id: asked.id, text: asked.text } })
  await hears(ana, 2)
  expect(column(app, 'select reply_to from inbox order by id')).toEqual([null, asked.id])
})

test('lets a reaction move nothing', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola, necesito 20 camisetas polo')
  await hears(ana, 1)
  await ana.react('👍', ana.heard[0]?.id ?? '')
  await vi.waitFor(
    () => expect(column(app, 'select kind from inbox')).toContain('reaction'),
    PATIENTLY,
  )
  await app.settle()
  expect(column(app, COUNT)).toEqual([1])
})

test('shows as read what it took in, and that it types', async () => {
  const house = await createHouse()
  await house.openLinked()
  const ana = house.double.contact(ANA)
  const id = await ana.say('hola')
  await house.double.waitFor(({ kind }) => kind === 'typing')
  await house.double.waitFor(
    (entry) => entry.kind === 'receipt' && entry.type === 'read' && entry.ids.includes(id),
  )
})

test('sees its messages arrive and be read', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  const status = () => column(app, 'select status from outbox')
  await vi.waitFor(() => expect(status()).toEqual(['delivered']), PATIENTLY)
  await ana.reads(ana.heard[0]?.id ?? '')
  await vi.waitFor(() => expect(status()).toEqual(['read']), PATIENTLY)
})

test('is silent where a human types on the own phone', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  const [said] = ana.heard
  // What the bot itself sent, as the own phone shows it too, is nobody taking over.
  await house.double.ownPhone.say(ana, said?.text ?? '', { id: said?.id ?? '' })
  await ana.say('y buenos días')
  await hears(ana, 2)
  await house.double.ownPhone.say(ana, 'Hola Ana, soy Rosalba')
  await vi.waitFor(
    () => expect(column(app, "select sender from inbox where sender = 'business'")).toHaveLength(1),
    PATIENTLY,
  )
  await ana.say('necesito 20 camisetas polo')
  await vi.waitFor(
    () => expect(column(app, "select 1 from slots where name = 'quantity'")).toEqual([1]),
    PATIENTLY,
  )
  await app.settle()
  expect(column(app, COUNT)).toEqual([2])
})

test('answers nobody in groups, statuses and channels', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.sayIn('120363000000000001@g.us', 'necesito 20 camisetas polo')
  await ana.sayIn('status@broadcast', 'miren qué camisas')
  await house.double.publish('120363000000000002@newsletter', 'novedades')
  await ana.say('hola')
  await hears(ana, 1)
  await app.settle()
  expect(column(app, 'select content from inbox')).toEqual(['{"kind":"text","text":"hola"}'])
})

test('tells the owner who has written on this line', async () => {
  const house = await createHouse()
  await house.openLinked()
  const rosalba = house.double.contact({ phone: OWNER, name: 'Rosalba' })
  await rosalba.say('hola')
  await hears(rosalba, 1)
  const ana = house.double.contact(ANA)
  await ana.say('quiero hablar con una persona')
  const told = await hears(rosalba, 2)
  expect(told.at(-1)).toContain('+573005550101')
})

test('takes the owner at their word who has the business on their own phone', async () => {
  const house = await createHouse(OWNER)
  const app = await house.openLinked()
  const { ownPhone } = house.double
  expect(statusOf(app)).toMatchObject({ silentOwner: '•••0001', ownerIsHere: true })
  const told = () =>
    ownPhone.heard.filter(({ chat }) => chat === ownPhone.lid || chat === ownPhone.pn)
  await ownPhone.say(ownPhone, 'hola')
  await vi.waitFor(() => expect(told()).toHaveLength(1), PATIENTLY)
  const ana = house.double.contact(ANA)
  await ana.say('quiero hablar con una persona')
  await vi.waitFor(() => expect(told().at(-1)?.text).toContain('+573005550101'), PATIENTLY)
  await app.settle()
  expect(column(app, 'select distinct sender from inbox')).toEqual(['contact'])
})

test('leaves notes to oneself alone where the number is nobody’s who commands', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const { ownPhone } = house.double
  await ownPhone.say(ownPhone, 'comprar hilo')
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  expect(column(app, 'select content from inbox')).toEqual(['{"kind":"text","text":"hola"}'])
})

test('takes in what is no text', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('necesito 20 camisetas polo')
  await ana.sendImage('el logo')
  await ana.sendVideo()
  await ana.sendVoice(12)
  await ana.sendSticker()
  await ana.sendDocument('rut.pdf', 'mi RUT')
  await ana.sendLocation({ latitude: 4.6, longitude: -74.1 })
  await ana.sendContactCard('Luis', '573005550102')
  await ana.calls()
  await ana.calls('accepted_elsewhere')
  await ana.calls(null)
  const contents = (): unknown[] =>
    column(app, 'select content from inbox order by id').map((text) => JSON.parse(String(text)))
  await vi.waitFor(() => expect(contents()).toHaveLength(10), PATIENTLY)
  expect(contents().slice(1)).toEqual([
    { kind: 'image', caption: 'el logo' },
    { kind: 'video', caption: null },
    { kind: 'audio', seconds: 12, transcript: null },
    { kind: 'sticker' },
    { kind: 'document', name: 'rut.pdf', bytes: 48_213, caption: 'mi RUT' },
    { kind: 'location', name: null, latitude: 4.6, longitude: -74.1 },
    { kind: 'contact', name: 'Luis', phone: '+573005550102' },
    { kind: 'call', missed: true },
    { kind: 'call', missed: true },
  ])
  await vi.waitFor(() => {
    expect(ana.heard.at(-1)?.text).toContain('Vi la llamada perdida')
  }, PATIENTLY)
})

test('takes the first message from an ad once its words come, with the ad it came from', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.sayFromAd('necesito 20 camisetas polo', {
    title: 'Uniformes',
    url: 'https://example.com',
    clickId: 'c1',
  })
  expect((await hears(ana, 1))[0]).toContain('$840.000')
  await app.settle()
  expect(column(app, 'select kind from inbox')).toEqual(['text'])
  expect(column(app, 'select referral from inbox').map((text) => JSON.parse(String(text)))).toEqual(
    [{ sourceType: 'ad', sourceId: '1', clickId: 'c1', headline: 'Uniformes' }],
  )
})

test('takes a correction in place of what it corrects', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  const id = await ana.say('necesito 20 camisetas polo')
  await hears(ana, 1)
  await ana.edit(id, 'necesito 30 camisetas polo')
  await vi.waitFor(
    () => expect(column(app, "select value from slots where name = 'quantity'").at(-1)).toBe('30'),
    PATIENTLY,
  )
})

test('sends again, from its own records, what a phone could not read', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  const [answer] = ana.heard
  if (answer === undefined) throw new Error('nothing was heard')
  await app.close()
  await reaches(house.open(), 'open')
  const sendings = () =>
    house.double.ledger.filter((entry) => entry.kind === 'message' && entry.id === answer.id)
  await ana.asksAgain(answer.id)
  await vi.waitFor(() => expect(sendings()).toHaveLength(2), PATIENTLY)
  expect(sendings()[1]).toMatchObject({ text: answer.text })
})

test('waits a little longer for the end of what somebody is typing', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const typed = vi.spyOn(app.turns, 'typing')
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  ana.types()
  await vi.waitFor(() => expect(typed).toHaveBeenCalledWith('whatsapp', ana.lid), PATIENTLY)
})

test('keeps up with many who write at once, while it answers them', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const people = Array.from({ length: 12 }, (_, at) =>
    house.double.contact({ phone: `5730055502${String(at).padStart(2, '0')}`, name: `P${at}` }),
  )
  const words = ['hola', 'necesito 20 camisetas polo', 'para el viernes', 'soy yo quien decide']
  await Promise.all(people.flatMap((person) => words.map((text) => person.say(text))))
  await vi.waitFor(
    () => expect(column(app, 'select count(*) from inbox')).toEqual([people.length * words.length]),
    PATIENTLY,
  )
  await app.settle()
  await vi.waitFor(() => {
    expect(column(app, 'select distinct status from outbox')).toEqual(['delivered'])
  }, PATIENTLY)
  const [said] = column(app, 'select count(*) from outbox')
  expect(people.reduce((sum, { heard }) => sum + heard.length, 0)).toBe(said)
})
