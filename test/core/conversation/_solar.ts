import type { Business, Fact, Product } from '../../../src/core/business/types.js'
import type { Context } from '../../../src/core/conversation/types.js'
import { type Chat, contextOf, NOW, newChat, project, says } from './_engine.js'

/** A shop of water heaters in Peru: dear things, of which a home buys one, and an owner who gives few words. */
const product = (
  id: string,
  [one, many]: readonly [string, string],
  gender: 'f' | 'm',
  price: number,
  words: readonly string[],
): Product => ({
  ...{ id, one, many, gender, price, words: [one, many, ...words], from: 1 },
  ...{ currency: 'PEN', ownGarment: false, includes: null, cycle: null, renewal: null, usual: 1 },
})

const fact = (id: string, text: string, words: readonly string[] = []): Fact => ({
  ...{ id, words, passesOn: false, taught: false },
  text: same(text),
})

const same = (text: string) => ({ usted: text, tú: text, vos: text })

const solar: Partial<Business> = {
  name: 'Solandes',
  sells: 'termas solares y paneles',
  place: 'tienda',
  country: 'PE',
  timeZone: 'America/Lima',
  currency: 'PEN',
  treatment: 'usted',
  products: [
    product('terma90', ['terma solar de 90 litros', 'termas solares de 90 litros'], 'f', 1750, [
      'terma de 90',
    ]),
    product('terma150', ['terma solar de 150 litros', 'termas solares de 150 litros'], 'f', 2350, [
      ...['terma', 'termas', 'terma solar', 'terma de 150'],
    ]),
    product('terma200', ['terma solar de 200 litros', 'termas solares de 200 litros'], 'f', 2900, [
      'terma de 200',
    ]),
    product('kit3', ['sistema de paneles de 3 kW', 'sistemas de paneles de 3 kW'], 'm', 14900, [
      ...['paneles', 'paneles solares', 'kit solar'],
    ]),
  ],
  notMade: [],
  facts: [
    fact(
      'visita',
      'Antes de cotizar hacemos una visita técnica para ver el techo y la presión del agua. En Arequipa ciudad no cuesta.',
      ['visita técnica', 'cobran la visita'],
    ),
    fact('pago', 'Se paga 50 % al firmar y 50 % al terminar la instalación.', ['cómo se paga']),
    fact(
      'ahorro',
      'Con paneles el recibo de luz suele bajar entre 60 % y 80 %, según el consumo.',
      ['cuánto se ahorra'],
    ),
    fact(
      'nublado',
      'Cuando está nublado la terma igual calienta, pero menos; por eso trae una resistencia eléctrica de apoyo.',
    ),
    fact(
      'noche',
      'El agua se guarda caliente en el tanque hasta 48 horas, así que de noche y en la mañana hay agua caliente.',
    ),
    fact(
      'techo',
      'Se puede instalar en techo plano, inclinado o de calamina; hace falta un espacio de 2 x 2 metros sin sombra.',
    ),
    fact(
      'provincias',
      'También instalamos en Camaná, Mollendo y Majes; la visita fuera de la ciudad cuesta S/120.',
    ),
    fact('descuento', 'Los descuentos los ve Lucía, la dueña; ya se lo dejé anotado.', [
      ...['descuento', 'rebaja'],
    ]),
    fact('factura', 'Damos boleta o factura, los precios ya incluyen IGV.'),
  ],
  personas: [],
  objections: [
    {
      ...{ id: 'caro', said: 'caro', later: false, words: ['caro', 'muy caro', 'mas barato'] },
      text: [{ when: null, text: same('Entiendo. ¿Es por el total, o tiene otra cotización?') }],
    },
  ],
}

/** Of a business file in which the shipped flows are used as they are. */
export function atSolandes(...texts: readonly string[]): Chat {
  const context: Context = contextOf(NOW, { ...project.business, ...solar })
  return texts.reduce(says, newChat(context))
}
