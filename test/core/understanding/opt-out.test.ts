import { describe, expect, test } from 'vitest'
import { toDay } from '../../../src/core/understanding/civil.js'
import { createReader } from '../../../src/core/understanding/reader.js'
import { lexicon } from './lexicon.js'

const read = createReader(lexicon)

function leaves(text: string): boolean {
  const options = { question: 'open', country: 'CO', today: toDay(2026, 3, 10) } as const
  return read(text, options).intents.includes('opt_out')
}

const SPANISH = [
  'no me escriban más',
  'No me escriba más por favor',
  'ya no me escriban',
  'no me vuelvan a escribir',
  'no me vuelva a contactar',
  'dejen de escribirme',
  'deje de mandarme mensajes',
  'paren de escribir',
  'no quiero recibir más mensajes',
  'no quiero más mensajes de ustedes',
  'no deseo recibir publicidad',
  'no me manden más promociones',
  'no me envíen más información',
  'no me contacten más',
  'no me llamen más ni me escriban',
  'quítenme de la lista',
  'sáquenme de esa lista por favor',
  'elimínenme de su base de datos',
  'borren mi número',
  'borre mi contacto por favor',
  'quiero darme de baja',
  'dame de baja',
  'denme de baja',
  'baja',
  'STOP',
  'stop',
  'unsubscribe',
  'no más mensajes',
  'no más publicidad por favor',
  'basta de mensajes',
  'ya basta de spam',
  'déjenme en paz',
  'dejame en paz',
  'no autorizo que me escriban',
  'no autoricé recibir mensajes',
  'no me interesa, no me escriban más',
  'gracias pero no me vuelvan a escribir',
  'les pido que no me contacten',
  'por favor no me escriban',
  'cancelar suscripción',
  'quiero cancelar la suscripción',
  'no insistan más',
  'no molesten más',
  'no me molesten',
  'los voy a reportar como spam',
  'no quiero que me sigan escribiendo',
  'salgan de mi chat, no me escriban más',
  'me tienen harto con tantos mensajes',
]

const PORTUGUESE = [
  'não me mandem mais mensagens',
  'nao me mande mais mensagem',
  'pare de me mandar mensagens',
  'parem de me enviar mensagens',
  'não quero mais receber mensagens',
  'não quero receber mensagens',
  'me tire da lista',
  'me tira dessa lista por favor',
  'me remova da lista',
  'descadastrar',
  'quero me descadastrar',
  'não me escreva mais',
  'não me escrevam mais',
  'não entrem mais em contato',
  'me deixe em paz',
  'apague meu número',
  'sem mais mensagens, por favor',
]

const ENGLISH = [
  'stop texting me',
  'please stop messaging me',
  'stop sending me messages',
  "don't text me anymore",
  'do not contact me again',
  "please don't message me again",
  'remove me from your list',
  'take me off your list',
  'unsubscribe me',
  'opt me out',
  'opt out',
  'leave me alone',
  'no more messages',
  'no more texts please',
  "I don't want any more messages",
  'I do not want to receive messages',
  'delete my number',
  'lose my number',
]

const NEAR_MISSES = [
  'no me escriban en inglés',
  'ya no me escriban tan tarde',
  'no me escriban los domingos',
  'no me llame, escríbame',
  'no me llamen, mejor escríbanme',
  'no me escriba a esta hora, mañana sí',
  'no me manden audios',
  'no me envíen la factura todavía',
  'no me han escrito',
  'todavía no me escriben',
  'nadie me ha escrito',
  'por qué no me escriben?',
  'no me escribieron ayer',
  'quiero salir el viernes',
  'salir a las 5 está bien',
  'voy a salir de viaje, después hablamos',
  'me sacaron de la lista de espera?',
  'quiero estar en la lista de clientes',
  'quite una camisa del pedido',
  'borre la última camisa',
  'elimine los delantales del pedido',
  'dar de baja unas camisas viejas',
  'el precio está a la baja?',
  'no quiero más camisas, solo 20',
  'no quiero más información, ya decidí: 20 camisas',
  'no quiero más de 20',
  'no necesito más de 15 delantales',
  'no deseo factura',
  'basta con 20 camisetas',
  'ya basta, con 12 tengo',
  'paren la producción mientras confirmo el logo',
  'deje de lado los pantalones',
  'no autorizo el diseño todavía',
  'no molesten con el empaque, va sin bolsa',
  'no se molesten, yo paso por ellas',
  'no es molestia',
  'les escribo más tarde',
  'stop by the shop tomorrow?',
  'can you stop by on friday?',
  "don't text me the price, call me",
  'do you text me when it is ready?',
  'please remove one shirt from my order',
  'não me mande áudio',
  'não me mandem mensagem em inglês',
  'não quero mais camisetas, só 20',
  'pare na frente da loja, por favor',
]

describe('nobody is written to again who says', () => {
  test.each(SPANISH)('«%s»', (text) => expect(leaves(text)).toBe(true))
  test.each(PORTUGUESE)('«%s», in Portuguese', (text) => expect(leaves(text)).toBe(true))
  test.each(ENGLISH)('«%s», in English', (text) => expect(leaves(text)).toBe(true))
})

describe('somebody stays who says', () => {
  test.each(NEAR_MISSES)('«%s»', (text) => expect(leaves(text)).toBe(false))
})
