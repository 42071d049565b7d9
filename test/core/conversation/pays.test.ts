import { describe, expect, test } from 'vitest'
import { atBakery } from './_bakery.js'
import { of, reply, says, slots, talk } from './_engine.js'

describe('whoever says that they pay', () => {
  test('agrees to the figure on the table', () => {
    const chat = talk('quiero 20 camisetas polo para el 30 de abril', 'ok ya le deposito')
    expect(slots(chat).budget).toMatchObject({ min: 840_000 })
  })

  test('asks nothing about how one pays, and the owner hears of it', () => {
    const chat = atBakery('quiero 60 roscas para el 30 de abril', 'sí', 'yo decido')
    const paid = says(chat, 'ya quedó el anticipo')
    expect(reply(paid)).not.toContain('Se aparta con')
    expect(of(paid.effects, 'tell')).toMatchObject([{ notice: { kind: 'added' } }])
  })

  test('a question about it is one', () => {
    expect(reply(atBakery('hola', 'te deposito el anticipo?'))).toContain('Se aparta con')
  })

  test('a yes to how much they mean to spend is one to the total that was said', () => {
    const chat = talk('quiero 20 camisetas polo para el 30 de abril', 'mejor 25', 'mejor 30', 'sí')
    expect(slots(chat).budget).toMatchObject({ min: 1_260_000 })
  })
})
