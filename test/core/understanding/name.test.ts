import { describe, expect, test } from 'vitest'
import { ask } from './lexicon.js'

const nameOf = (text: string, question: 'name' | 'open', country = 'CO') =>
  ask(text, { question, country }).name?.value ?? null

describe('a name where it was asked for', () => {
  test.each([
    ['le habla el ing. Restrepo', 'Restrepo'],
    ['le habla el pastor Ramírez', 'Ramírez'],
    ['ponga a nombre del Sr. Galo Andrade', 'Galo Andrade'],
    ['apunta: Neus Ferrer', 'Neus Ferrer'],
    ['ponle Dany, con y griega', 'Dany'],
    ['habla con el Tito', 'Tito'],
    ['Mª Carmen Ruiz', 'Mª Carmen Ruiz'],
    ['Jhon, no Jon, va con hache', 'Jhon'],
    ['Yeison con Y, no Jason', 'Yeison'],
    ['era Gastón, no Gastos', 'Gastón'],
    ['Socorro', 'Socorro'],
    ['Máximo', 'Máximo'],
    ['la niña Tere', 'Tere'],
  ])('%s', (text, name) => {
    expect(nameOf(text, 'name')).toBe(name)
  })

  test.each(['mi mamá se llama Gloria', 'mi tata es Wálter, el del taller'])(
    '%s names somebody else',
    (text) => {
      expect(nameOf(text, 'name')).toBeNull()
    },
  )
})

describe('a name with which a message begins', () => {
  test.each([
    ['Hola, es Glorimar, quiero dos bandejas', 'Glorimar'],
    ['Buenas, Gonzalo por acá, quiero un placard', 'Gonzalo'],
    ['Fernando. 600 euros. Para octubre.', 'Fernando'],
    ['Toño Becerril, del taller El Rayo', 'Toño Becerril'],
  ])('%s', (text, name) => {
    expect(nameOf(text, 'open')).toBe(name)
  })

  test.each(['Hola Carolina, quiero 20 camisas', 'Rosalba, me ayuda?', 'Abril. O mayo.'])(
    '%s gives none',
    (text) => {
      expect(nameOf(text, 'open')).toBeNull()
    },
  )
})
