import { describe, expect, test } from 'vitest'
import { ask } from './lexicon.js'

const complains = (text: string, question: 'open' | 'need' = 'open') =>
  ask(text, { question }).intents.includes('complaint')

describe('a complaint in own words', () => {
  test.each([
    'me entregaron la torta chueca y derretida',
    'me vendieron un colchón hundido y no quieren cambiarlo',
    'lo regresaron manchado',
    'pagué la seña hace un mes y hasta ahora no me entregan la mesa',
    'hice el pedido hace dos semanas y nada',
    'el maestro quedó en venir el jueves y nunca apareció',
    'nadie se hace cargo',
    'me dejaron en visto',
    'la heladera sigue sin andar después del service',
    'compré una licuadora y no prende',
    'esto es una estafa',
    'quiero que me devuelvan la plata',
    'me cobraron 200 de más',
  ])('%s', (text) => {
    expect(complains(text)).toBe(true)
  })
})

describe('what went wrong behind what they did', () => {
  test.each([
    'el sofá que me trajeron se está despegando',
    'fui dos veces a su local y siempre está cerrado',
    'compré una pava y a los tres días murió',
    'me prometieron instalación gratis y ahora me quieren cobrar',
    'la torta venía sin el relleno que pedí',
    'su repartidor me gritó',
  ])('%s', (text) => {
    expect(complains(text)).toBe(true)
  })

  test('of others, before, it tells no complaint', () => {
    const text = 'la vez pasada me cobraron 800 y quedó mal'
    expect(ask(text, { question: 'budget' }).intents).not.toContain('complaint')
  })
})

describe('beside a mark', () => {
  const marked = (text: string) => ask(text, { question: 'nps' }).intents.includes('complaint')

  test('a low one complains of whatever is told', () => {
    expect(marked('2, el señor me habló golpeado')).toBe(true)
    expect(marked('3, media hora para un café')).toBe(true)
    expect(marked('un 3')).toBe(false)
  })

  test('a high one only of what came damaged', () => {
    expect(marked('9, aunque llegaron tarde')).toBe(false)
    expect(marked('un 10, pero dos llegaron manchadas')).toBe(true)
  })
})

describe('what sounds like one and is none', () => {
  test.each([
    'en otro taller me pidieron 600, qué ladrones',
    'el marchamo me salió en 214 mil, qué robo',
    'ya solté 6 mil en otro salón y me quemaron el pelo',
    'la veterinaria anterior me dijo 800 lucas y me parece un robo',
    'una estufa industrial para un comedor',
    'ya compré la tela pero no tengo quien la cosa',
    'estoy esperando que me paguen',
    'llevo dos años con el negocio',
    'el pedido es para mi mamá',
    'pagué y le mando el comprobante',
  ])('%s', (text) => {
    expect(complains(text)).toBe(false)
  })

  test('what is to be repaired is a need', () => {
    expect(complains('una lavadora que no prende', 'need')).toBe(false)
    expect(complains('se me rompió la tubería', 'need')).toBe(false)
  })
})
