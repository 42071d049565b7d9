import { expect } from 'vitest'
import { campaignsOf } from '../../../src/core/business/origin-rules.js'
import type { Ticket } from '../../../src/core/conversation/types.js'
import type { Nurture } from '../../../src/core/nurture/nurture.js'
import type { CommandKind } from '../../../src/core/owner/command-words.js'
import type { StaffState, World } from '../../../src/core/owner/types.js'
import { newRehearsal } from '../../../src/core/rehearsal/house.js'
import type { ContactId, Iso, Phone } from '../../../src/core/types.js'
import { createSumReader } from '../../../src/core/understanding/sum.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { lexicon } from '../understanding/lexicon.js'
import { lead, rosalba, world } from './people.js'

type Change = {
  readonly kind: string
  readonly target?: ContactId
  readonly [field: string]: unknown
}

/** One word: where it is said, what it comes to there, and ways of writing it. */
type Written = {
  readonly world: World
  readonly staff?: StaffState
  /** Changes, else the kinds of what is shown or the first line of each text. */
  readonly comesTo: readonly (Change | string)[]
  readonly ways: readonly string[]
}

const ana = lead('Ana')
const camilo = lead('Camilo', { phone: '+573000000377' })
const readAmount = createSumReader(lexicon, 'CO')

/** Ana and Camilo, and what is otherwise there. */
function shop(rest: Partial<World> = {}, of: Partial<typeof ana> = {}): World {
  return world([{ ...ana, ...of }, camilo], { readAmount, ...rest })
}

const target = ana.id
const monday: Iso = bogota(16, '08:00')
const friday: Iso = bogota(13, '10:00')
const call = { at: bogota(10, '09:00'), by: rosalba, why: 'porque_si' } as const
const ticket: Ticket = {
  ...{ number: 5, status: 'open', about: 'complaint', priority: 'high', said: 'logo torcido' },
  ...{ openedAt: bogota(10, '09:00'), dueAt: bogota(10, '18:00'), assignedTo: null },
  ...{ reminded: 0, reopened: 0 },
}
const nurture: Nurture = {
  ...{ since: bogota(10, '09:00'), said: 'escríbame el lunes', agreed: true, back: null },
  ...{ times: 0, piece: null, nextAt: bogota(16, '10:00') },
}
const learned = [
  { id: 'f1', text: 'enviamos a todo el país' },
  { id: 'f2', text: 'el estacionamiento es gratis' },
]
const campaigns = campaignsOf([{ code: 'FERIA', name: 'Feria del hogar' }])
const phone = '+573000000000' as Phone
const fair = shop({
  business: { ...hilvan, campaigns, number: { ...hilvan.number, phone } },
})
const silent = { silence: { by: 'Rosalba', at: bogota(10, '09:10') } }
const won = { kind: 'won', reason: '', at: bogota(9, '09:00') } as const
const bought = { stage: 'customer', outcome: won } as const

/** Every word that the code knows: one without its ways does not compile. */
export const WORDS: { readonly [K in CommandKind]: Written } = {
  leads: {
    world: shop(),
    comesTo: ['Hay 2 personas por atender:'],
    ways: ['leads', 'LEADS', 'leds', 'los leads por favor', '¿quién hay?', 'pendientes, porfa'],
  },
  customers: {
    world: shop(),
    comesTo: ['Todavía no hay clientes: aparecen aquí con su primera venta.'],
    ways: ['clientes', 'Mis CLIENTES', 'clietnes', 'ver los clientes porfa', '¿quién me compró?'],
  },
  customer: {
    world: shop({}, bought),
    comesTo: [{ kind: 'customer', target }],
    ways: [
      'cliente ana',
      'CLIENTA ANA',
      'cliemte ana',
      'ficha de la clienta Ana, por favor',
      '¿qué compró Ana?',
    ],
  },
  prospects: {
    world: shop(),
    comesTo: [{ kind: 'prospects' }],
    ways: [
      'prospectar',
      'PROSPECTAR',
      'prospetcar',
      'prospeccion',
      'buscar clientes nuevos por favor',
    ],
  },
  take: {
    world: shop(),
    comesTo: [{ kind: 'take', target }],
    ways: [
      'tomar ana',
      'TOMAR a doña Ana',
      'tomr ana',
      'ana la tomo yo',
      'yo me encargo de ana, gracias',
    ],
  },
  release: {
    world: shop({}, { assignedTo: rosalba }),
    comesTo: [{ kind: 'release', target }],
    ways: [
      'soltar ana',
      'SUELTO A ANA',
      'sotlar ana',
      'ana: la suelto',
      'no la puedo atender a ana',
    ],
  },
  rehearsal: {
    world: shop(),
    comesTo: [{ kind: 'rehearse' }],
    ways: ['ensayo 3 días', 'ENSAYO DE 3 DIAS', 'ensyao 3 días', 'ensayar por 3 días, por favor'],
  },
  end_rehearsal: {
    world: shop({ rehearsal: newRehearsal(bogota(10, '09:00'), 3, 'America/Bogota') }),
    comesTo: [{ kind: 'rehearse' }],
    ways: ['fin del ensayo', 'TERMINAR EL ENSAYO', 'termine el ensayo, por favor', 'sin ensayo'],
  },
  campaign: {
    world: fair,
    comesTo: [
      '*Feria del hogar*: wa.me/573000000000?text=Hola%2C%20vengo%20por%20Feria%20del%20hogar%2C%20c%C3%B3digo%20FERIA',
    ],
    ways: ['enlace feria', 'EL ENLACE de la Feria', 'enlcae feria', 'link de la feria, por favor'],
  },
  unfollow: {
    world: shop({}, { nurture }),
    comesTo: [{ kind: 'stop_nurture', target }],
    ways: [
      'sin seguimiento ana',
      'SIN SEGUIMIENTO a doña Ana',
      'sin seguimineto ana',
      'ana: quitar seguimiento',
      'no le haga seguimiento a ana, por favor',
    ],
  },
  opt_out: {
    world: shop(),
    comesTo: [{ kind: 'opt_out', target, words: expect.any(String) }],
    ways: [
      'baja ana',
      'DAR DE BAJA a doña Ana',
      'no quiere mensjes ana',
      'ana no quiere mensajes',
      'ana pidió que no le escriban, por favor',
    ],
  },
  erase: {
    world: shop(),
    comesTo: [
      'De Ana (+573000000214) se borran el nombre, el número, la charla, los archivos que envió, lo que pidió y lo que se anotó. No se puede deshacer.',
    ],
    ways: [
      'borrar ana',
      'BORRAR los datos de Ana',
      'borrra a ana',
      'ana: eliminar',
      'borre a doña ana por favor',
    ],
  },
  won: {
    world: shop(),
    comesTo: [{ kind: 'won', target, amount: 840_000 }],
    ways: [
      'ganado ana 840 mil',
      'VENDIDO 840.000 A ANA',
      'ganadp ana 840000',
      'ana: 840 mil, ya pagó',
      'a doña ana le vendí $840.000, gracias',
    ],
  },
  sale: {
    world: shop({}, bought),
    comesTo: [{ kind: 'sale', target, amount: 800_000, discount: 10, product: '12 delantales' }],
    ways: [
      'venta ana 800.000 12 delantales con 10% de descuento',
      'VENTA de 12 delantales a ana, 800 mil con descuento del 10 %',
      'vemta ana 12 delantales 800 mil menos 10%',
      'ana volvio a comprar 12 delantales por 800 mil con 10% de dcto',
      'otra venta a doña Ana: 800.000, 12 delantales, rebaja de 10%',
    ],
  },
  lost: {
    world: shop(),
    comesTo: [{ kind: 'lost', target, reason: 'precio' }],
    ways: [
      'perdido ana por precio',
      'Perdida ANA por precio.',
      'perdid ana por precio',
      'a ana la perdi por precio',
      'ana no compró por precio',
    ],
  },
  pause: {
    world: shop(),
    comesTo: [{ kind: 'pause', target }],
    ways: [
      'pausa ana',
      'PAUSÁ A ANA',
      'pauza ana',
      'ana: pausar por favor',
      'no le respondas a ana',
      'callate con ana',
    ],
  },
  pause_all: {
    world: shop(),
    comesTo: [{ kind: 'silence' }],
    ways: [
      'pausa todo',
      'PAUSÁ TODO',
      'pauza todo',
      'silencio total por favor',
      'no le respondas a nadie',
    ],
  },
  resume: {
    world: shop({}, { paused: true, pausedUntil: bogota(10, '22:00') }),
    comesTo: [{ kind: 'resume', target }],
    ways: [
      'sigue ana',
      'SEGUÍ CON ANA',
      'sigeu ana',
      'ana: reanudar por favor',
      'vuelva a responder a ana',
    ],
  },
  resume_all: {
    world: shop(silent),
    comesTo: [{ kind: 'speak' }],
    ways: [
      'sigue todo',
      'SEGUI TODO',
      'sigeu todo',
      'reanudar todo por favor',
      'vuelve a responder a todos',
    ],
  },
  draft: {
    world: shop(),
    comesTo: ['Preparo una respuesta para Ana y ya la muestro.'],
    ways: [
      'borrador ana que mañana le escribo',
      'BORRADOR ANA: que mañana le escribo',
      'borador ana',
      'un borrador para Ana, por favor',
      'redácteme para ana: que mañana le escribo',
    ],
  },
  model_off: {
    world: shop(),
    comesTo: [{ kind: 'model_off' }],
    ways: [
      'ia no',
      'IA NO',
      'apagá la ia',
      'apague la IA por favor',
      'sin inteligencia artificial',
    ],
  },
  model_on: {
    world: shop({ model: 'off' }),
    comesTo: [{ kind: 'model_on' }],
    ways: ['ia sí', 'IA SI', 'prendé la ia', 'encienda la ia por favor', 'con ia', 'usar ia'],
  },
  postpone: {
    world: shop(),
    comesTo: [{ kind: 'postpone', target, until: monday }],
    ways: [
      'posponer ana al lunes',
      'POSPONGA A ANA PARA EL LUNES',
      'posponr ana al lunes',
      'ana: aplazar hasta el lunes, por favor',
      'recordame a ana el lunes',
    ],
  },
  note: {
    world: shop(),
    comesTo: [{ kind: 'note', target, text: 'prefiere la tarde' }],
    ways: [
      'nota ana prefiere la tarde',
      'NOTA Ana: prefiere la tarde',
      'anotá de ana: prefiere la tarde',
      'ana: apunte prefiere la tarde',
      'anptar ana prefiere la tarde',
    ],
  },
  respond: {
    world: shop(),
    comesTo: [{ kind: 'respond', target, text: 'ya salió su pedido' }],
    ways: [
      'responder ana ya salió su pedido',
      'RESPONDÉ a Ana: ya salió su pedido',
      'responde ana ya salió su pedido',
      'respoder ana ya salió su pedido',
      'dígale a doña Ana: ya salió su pedido',
    ],
  },
  quote: {
    world: shop(),
    comesTo: [{ kind: 'quote', target, amount: 870_000, discount: null }],
    ways: [
      'cotización ana 870.000',
      'COTIZACION ANA 870 MIL',
      'cotizasion ana $870.000',
      'presupuesto de 870 mil para ana',
      'a ana le coticé 870.000, gracias',
    ],
  },
  debts: {
    world: shop(),
    comesTo: [{ kind: 'debts' }],
    ways: [
      '¿quién me debe?',
      'QUIEN ME DEBE',
      'kien me deve',
      'oiga y cuánto me debe doña ana',
      'quién falta por pagar',
    ],
  },
  quoted: {
    world: shop(),
    comesTo: [{ kind: 'quote', target, amount: 870_000, discount: null, sent: true }],
    ways: [
      'ya le mandé la cotización por 870 mil a ana',
      'YA LE PASE LA COTIZACION A ANA POR 870 MIL',
      'a ana le envié la cotización de 870.000',
      'ya le mande la cotizasion a ana, 870 mil',
      'ana ya tiene la cotización, 870 mil, gracias',
    ],
  },
  vip: {
    world: shop(),
    comesTo: [{ kind: 'vip', target }],
    ways: [
      'vip ana',
      'ANA ES VIP',
      'marcar vip a doña Ana por favor',
      'ana es clienta especial',
      'cliente clave ana',
    ],
  },
  unvip: {
    world: shop({}, { vip: true }),
    comesTo: [{ kind: 'unvip', target }],
    ways: [
      'quitar vip ana',
      'ANA YA NO ES VIP',
      'quitá vip a ana por favor',
      'sin vip ana',
      'ana no es cliente especial',
    ],
  },
  line: {
    world: shop(),
    comesTo: [{ kind: 'line' }],
    ways: ['línea', 'LINEA', 'linae', 'estado del numero por favor', '¿cómo está whatsapp?'],
  },
  because: {
    world: shop(),
    comesTo: [{ kind: 'plan_call', target, why: 'porque_si', at: friday }],
    ways: [
      'porque sí ana el viernes',
      'PORQUE SI ANA EL VIERNES',
      'el viernes llamada porque sí a ana',
      'llamar porque sí a doña ana el viernes por favor',
      'ana porque si este viernes',
    ],
  },
  remind: {
    world: shop(),
    comesTo: [{ kind: 'plan_call', target, why: 'reminder', at: friday }],
    ways: [
      'recordar viernes 10 llamar a ana',
      'RECORDAR LLAMAR A ANA EL VIERNES A LAS 10',
      'recodar llamar a ana el viernes a las 10',
      'agendá llamada con ana el viernes a las 10 por favor',
      'el viernes hay que llamar a ana a las 10',
    ],
  },
  called: {
    world: shop(),
    comesTo: [{ kind: 'touch', target, note: 'abre otra sede en mayo' }],
    ways: [
      'llamé a ana, abre otra sede en mayo',
      'LLAME A ANA: abre otra sede en mayo',
      'ana: la llamé, abre otra sede en mayo',
      'hablé con doña Ana. abre otra sede en mayo',
      'visite a ana, abre otra sede en mayo',
    ],
  },
  not_called: {
    world: shop({}, { care: { ...ana.care, call } }),
    comesTo: [
      'Sin problema: el próximo día hábil le recuerdo otra vez a Ana. Para dejarlo: *soltar ana*.',
    ],
    ways: [
      'no llamé a ana',
      'NO LA LLAME A ANA',
      'ana no contestó',
      'todavia no llamo a ana',
      'no pude llamar a doña Ana, gracias',
    ],
  },
  meeting: {
    world: shop(),
    comesTo: [{ kind: 'meet', target, at: bogota(17, '10:00') }],
    ways: [
      'cita ana martes 10',
      'CITA CON ANA EL MARTES A LAS 10',
      'reunion con ana el martes a las 10',
      'el martes quedé de ver a ana a las 10',
      'agendá cita con doña Ana el martes a las 10 am, por favor',
    ],
  },
  tomorrow: {
    world: shop({}, { care: { ...ana.care, meeting: { at: bogota(11, '10:00'), by: rosalba } } }),
    comesTo: ['Para mañana, miércoles 11 de marzo:'],
    ways: [
      'qué hay mañana',
      'QUE TENGO PARA MAÑANA',
      '¿y mañana?',
      'qué me toca mañana, por favor',
      'ke ai mañana',
    ],
  },
  cancel_meeting: {
    world: shop({}, { care: { ...ana.care, meeting: { at: friday, by: rosalba } } }),
    comesTo: [{ kind: 'cancel_meeting', target }],
    ways: [
      'cancela la cita',
      'CANCELAR LA CITA CON ANA',
      'canzela la cita con ana',
      'cancele la cita de doña Ana, por favor',
      'la cita con ana se canceló',
      'ya no hay cita con ana',
    ],
  },
  drop_call: {
    world: shop({}, { care: { ...ana.care, call } }),
    comesTo: [{ kind: 'drop_call', target }],
    ways: [
      'ya no me recuerdes lo de ana',
      'YA NO ME RECUERDE LLAMAR A ANA',
      'quita el recordatorio de ana',
      'ya no hay que llamar a ana',
      'cancele la llamada de doña Ana, por favor',
    ],
  },
  entrust: {
    world: shop({}, { vip: true }),
    comesTo: [{ kind: 'entrust', target, manager: { name: 'Fabián' } }],
    ways: [
      'cuenta ana de Fabián',
      'LA CUENTA DE ANA ES DE FABIAN',
      'cuemta ana de fabian',
      'asigná ana a fabián por favor',
      'encargar ana a Fabián',
    ],
  },
  tickets: {
    world: shop({}, { tickets: [ticket] }),
    comesTo: ['Hay un caso abierto:'],
    ways: ['tickets', 'LOS CASOS', 'tikets', '¿qué casos hay?', 'ver tickets por favor', 'quejas'],
  },
  ticket: {
    world: shop({}, { tickets: [ticket] }),
    comesTo: ['*Caso 5* · Ana · «logo torcido» · vence hoy a las 6 p. m.'],
    ways: ['ticket 5', 'CASO 5', 'tiket 5', 'ver caso 5 por favor', 'el ticket de ana'],
  },
  settle: {
    world: shop({}, { tickets: [ticket] }),
    comesTo: [{ kind: 'settle', target, ticket: 5 }],
    ways: [
      'ticket 5 resuelto',
      'RESUELTO EL CASO 5',
      'resuleto el 5',
      'caso 5 ya quedo',
      'cierre el caso de ana por favor',
    ],
  },
  ignore: {
    world: shop(),
    comesTo: [{ kind: 'ignore', target }],
    ways: [
      'ignorar ana',
      'IGNORÁ A ANA',
      'ignrar ana',
      'no le contestes a ana',
      'ana es de la familia',
    ],
  },
  attend: {
    world: shop({}, { leftAlone: true }),
    comesTo: [{ kind: 'attend', target }],
    ways: [
      'atender ana',
      'ATENDÉ A ANA',
      'antender ana',
      'a ana atiéndala por favor',
      'dejar de ignorar a ana',
    ],
  },
  today: {
    world: shop(),
    comesTo: ['Hoy, martes 10 de marzo:'],
    ways: ['hoy', 'HOY', '¿qué hay hoy?', 'que tengo pendiente por favor', 'agenda', 'ajenda'],
  },
  funnel: {
    world: shop(),
    comesTo: [{ kind: 'funnel' }],
    ways: ['embudo', 'EMBUDO', 'enbudo', 'ver el embudo por favor', 'hola, el embudo'],
  },
  referrals: {
    world: shop(),
    comesTo: [{ kind: 'referrals' }],
    ways: [
      'referidos',
      'REFERIDOS',
      'referdos',
      'ver referidos por favor',
      '¿quién trajo a quién?',
    ],
  },
  deliver: {
    world: shop({ owed: [{ id: 3, referrer: target, friend: 'Wilmer' }] }),
    comesTo: [{ kind: 'deliver_reward', target, referral: 3 }],
    ways: [
      'beneficio entregado ana',
      'BENEFICIO ENTREGADO A ANA',
      'ana: le entregue el beneficio',
      'ya le di el beneficio a doña Ana',
      'premio entregado ana, gracias',
    ],
  },
  figures: {
    world: shop(),
    comesTo: [{ kind: 'figures' }],
    ways: ['mis cifras', 'MIS CIFRAS', 'mis cifrs', 'cifras por favor', '¿cómo van los números?'],
  },
  sold: {
    world: shop(),
    comesTo: [{ kind: 'sold', period: 'month' }],
    ways: [
      'mes',
      '¿cómo va el mes?',
      'cuánto he vendido',
      'cómo vamos',
      'ventas del mes por favor',
    ],
  },
  forecast: {
    world: shop(),
    comesTo: [{ kind: 'forecast' }],
    ways: ['pronóstico', 'PRONOSTICO', 'pronostco', 'ver las probabilidades', '¿cuánto se espera?'],
  },
  report: {
    world: shop(),
    comesTo: [{ kind: 'report' }],
    ways: ['reporte', 'REPORTE', 'repote', 'el reporte de la semana por favor', 'informe'],
  },
  export: {
    world: shop(),
    comesTo: [
      'Le mando dos hojas de cálculo: sus contactos (nombre, número, empresa, etapa y lo que han comprado) y sus ventas. Son datos personales de sus clientes: que no pasen de ahí. ¿Las mando? *sí* o *no*',
    ],
    ways: ['exportar', 'EXPORTAR', 'exprotar', 'exportar los contactos por favor', 'pasar a Excel'],
  },
  diagnosis: {
    world: shop(),
    comesTo: ['*Diagnóstico de los últimos 30 días*'],
    ways: [
      'diagnóstico',
      'DIAGNOSTICO',
      'diagnotico',
      '¿cómo está el negocio?',
      'ver el diagnóstico por favor',
    ],
  },
  spend: {
    world: shop(),
    comesTo: [{ kind: 'spend', amount: 50_000, source: 'meta' }],
    ways: [
      'gasté 50000 en meta',
      'GASTE 50 MIL EN META',
      'gsté 50.000 en instagram',
      'hoy gasté $50.000 en facebook por favor',
      'invertí 50 mil en anuncios de facebook',
    ],
  },
  facts: {
    world: shop({ learned }),
    comesTo: ['Las 2 cosas que me han enseñado:'],
    ways: [
      'datos',
      'VER DATOS',
      'datso',
      '¿qué sabes?',
      'los datos por favor',
      '¿qué le he enseñado?',
    ],
  },
  learn: {
    world: shop(),
    comesTo: [{ kind: 'learn', text: 'sí hacemos envíos a Pasto' }],
    ways: [
      'dato: sí hacemos envíos a Pasto',
      'DATO sí hacemos envíos a Pasto',
      'aprendé: sí hacemos envíos a Pasto',
      'dato nuevo: sí hacemos envíos a Pasto',
      'hola, dato: sí hacemos envíos a Pasto',
    ],
  },
  forget: {
    world: shop({ learned }),
    comesTo: [{ kind: 'forget', id: 'f2' }],
    ways: [
      'quitar dato 2',
      'QUITÁ DATO 2',
      'quite el dato 2 por favor',
      'olvida el dato número 2',
      'borrar el dato 2',
    ],
  },
  undo: {
    world: shop(),
    comesTo: ['No hay nada más que deshacer.'],
    ways: ['deshacer', 'DESHACER', 'desacer', 'deshacé por favor', 'anular', 'me equivoque'],
  },
  help: {
    world: shop(),
    comesTo: ['Lo de todos los días:'],
    ways: ['ayuda', 'AYUDA', 'ayda', 'ayúdeme por favor', '¿qué puedo hacer?', 'menu'],
  },
  greeting: {
    world: shop(),
    comesTo: [
      'Hola, Rosalba. Con *hoy* le muestro a quién hay por atender; con *ayuda*, lo demás.',
    ],
    ways: ['hola', 'BUENOS DIAS', '¡Buenas!', 'buenas tardes', 'qué más'],
  },
}
