import { describe, expect, test } from 'vitest'
import { type Prospect, prospectsText } from '../../../src/core/owner/prospects-text.js'
import { hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'
import { hear, id, lead, texts, world } from './people.js'

function prospect(name: string | null, rest: Partial<Prospect> = {}): Prospect {
  return {
    id: id(name ?? 'nobody'),
    name,
    organization: null,
    phone: '+573000000481',
    referrer: null,
    isBuyer: false,
    ...rest,
  }
}

function shown(prospects: readonly Prospect[], day = 0): readonly string[] {
  const by = 'Rosalba'
  return prospectsText({ prospects, day, by, business: hilvan, messages: spanish }).split('\n')
}

describe('prospectar', () => {
  test.each(['prospectar', 'Prospección', 'a quién prospecto hoy', 'buscar clientes nuevos'])(
    '«%s» shows whom to write to',
    (text) => {
      const heard = hear(text, world([lead('Ana')]))
      expect(heard.replies).toEqual([{ kind: 'prospects', by: 'Rosalba' }])
      expect(texts(heard)).toEqual(['[prospects]'])
      expect(heard.actions).toEqual([])
    },
  )

  test('puts whoever comes with a name first, then who is of a kind that buys', () => {
    const listed = [
      prospect(null, { phone: '+573000000001' }),
      prospect('Luz', { organization: 'Hotel Sol' }),
      prospect('Wilmer', { referrer: 'Ana' }),
      prospect('Eva', { isBuyer: true, organization: 'Café Eva' }),
    ]
    expect(shown(listed)).toEqual([
      '*Para escribirles hoy*: 4 personas',
      '1. *Wilmer* · wa.me/573000000481',
      '«Hola, Wilmer. Soy Rosalba, de Uniformes Hilván. Ana me dio su contacto. ¿Le puedo contar qué hacemos?»',
      '2. *Eva* · Café Eva · wa.me/573000000481',
      '«Hola, Eva. Soy Rosalba, de Uniformes Hilván. Trabajamos con uniformes y quería saber quién se encarga de eso con ustedes. ¿Me puede orientar?»',
      '3. *Luz* · Hotel Sol · wa.me/573000000481',
      '«Hola, Luz. Soy Rosalba, de Uniformes Hilván. Trabajamos con uniformes y quería saber quién se encarga de eso con ustedes. ¿Me puede orientar?»',
      '4. *+573000000001* · wa.me/573000000001',
      '«Buen día. Soy Rosalba, de Uniformes Hilván. Trabajamos con uniformes y quería saber quién se encarga de eso con ustedes. ¿Me puede orientar?»',
      'Escríbales usted, con sus palabras: yo no le escribo primero a nadie.',
    ])
  })

  test('shows five a day, and other ones the next', () => {
    const many = Array.from({ length: 12 }, (_, at) => prospect(`P${at}`))
    const named = (day: number): readonly string[] =>
      shown(many, day).flatMap((line) => /\*(P\d+)\*/.exec(line)?.[1] ?? [])
    expect(named(0)).toHaveLength(5)
    expect(named(1)).toHaveLength(5)
    expect(named(0).filter((name) => named(1).includes(name))).toEqual([])
    expect(shown(many)).toContain('Quedan 7 más para otros días.')
    expect(shown([])).toHaveLength(1)
  })
})
