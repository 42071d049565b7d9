import type { Business, Fact, Product } from '../../../src/core/business/types.js'
import type { Context } from '../../../src/core/conversation/types.js'
import { type Chat, contextOf, NOW, newChat, project, says } from './_engine.js'

/** A shop that has little in common with the shipped one: cakes by the portion, in Mexico, whose owner gives few words. */
const product = (id: string, one: string, many: string, price: number, from = 1): Product => ({
  id,
  one,
  many,
  gender: 'f',
  words: [one, many, id],
  price,
  from,
  currency: 'MXN',
  ownGarment: false,
  includes: null,
  cycle: null,
  renewal: null,
  usual: null,
})

const fact = (id: string, text: string, words: readonly string[] = []): Fact => ({
  id,
  words,
  text: { usted: text, tú: text, vos: text },
  passesOn: false,
  taught: false,
})

export const bakery: Partial<Business> = {
  name: 'Pastelería Lucerito',
  sells: 'pasteles, pan y café',
  place: 'pastelería',
  country: 'MX',
  timeZone: 'America/Mexico_City',
  currency: 'MXN',
  treatment: 'tú',
  products: [
    {
      ...product('pastel', 'porción de pastel', 'porciones de pastel', 45, 10),
      words: ['pastel', 'pasteles', 'porciones'],
    },
    product('concha', 'concha', 'conchas', 14),
    product('rosca', 'rosca', 'roscas', 320),
  ],
  notMade: [],
  facts: [
    fact(
      'horario',
      'Abrimos de martes a sábado de 9 a 8 y domingos de 9 a 3. Los lunes descansamos.',
      ['horario', 'a qué hora abren'],
    ),
    fact(
      'direccion',
      'Estamos en la 5 de Mayo 1402, a dos cuadras del mercado El Carmen, en Puebla.',
    ),
    fact(
      'envio',
      'Sí entregamos dentro de Puebla: $80 hasta 5 km y $120 más lejos, de martes a sábado de 10 a 6.',
      ['envío', 'servicio a domicilio'],
    ),
    fact(
      'apartar',
      'Se aparta con el 50 % de anticipo y el resto se paga al recoger o al entregar.',
      ['anticipo'],
    ),
    fact('pago', 'Aceptamos efectivo, transferencia y tarjeta, sin comisión.', ['formas de pago']),
    fact(
      'sabores',
      'Los sabores son tres leches, chocolate, vainilla con nuez, red velvet y zanahoria.',
      ['sabores'],
    ),
    fact(
      'azucar',
      'Hacemos pastel sin azúcar para diabéticos, endulzado con stevia, sobre pedido.',
    ),
    fact(
      'velas',
      'Las velas de número cuestan $20 cada una; las normales van de regalo con el pastel.',
    ),
    fact(
      'estacionamiento',
      'No tenemos estacionamiento, pero hay uno público enfrente, a $15 la hora.',
    ),
    fact(
      'factura',
      'Sí facturamos: mándanos tu constancia de situación fiscal el mismo mes de la compra.',
    ),
    fact(
      'conserva',
      'El pastel aguanta 4 días en refrigerador; hay que sacarlo media hora antes de partirlo.',
    ),
  ],
  personas: [],
  objections: [],
}

/** Of a business file in which the shipped flows are used as they are. */
export function atBakery(...texts: readonly string[]): Chat {
  const context: Context = contextOf(NOW, { ...project.business, ...bakery })
  return texts.reduce(says, newChat(context))
}
