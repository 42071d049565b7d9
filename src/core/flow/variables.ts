/**
 * What a text in a flow may name in braces besides its slots. Known whoever writes and whatever was
 * said, so that a wording made of these alone can always be used.
 */
export const ALWAYS_KNOWN = [
  'negocio', // the business's name
  'vende', // what it sells, in one word
  'lugar', // where its people work: "taller"
  'el_lugar', // "el taller", "la tienda"; and these with what stands before it
  'del_lugar',
  'al_lugar',
  'dueña', // who is in charge, name and title: "Rosalba, la dueña"
  'dueño',
  'dueño_corto', // just the name
  'promesa', // "hoy antes de las 6"
  'saludo', // "buenos días", by the clock of the business
] as const

/** Known only once somebody said it, or once it can be worked out. */
const SOMETIMES_KNOWN = [
  'nombre',
  'pedido', // "20 camisetas polo y 20 delantales"
  'el_pedido', // "las 20 camisetas polo y los 20 delantales"
  'el_surtido', // the same, when its things have counts of their own; then nobody knows the next one
  'unidades',
  'total',
  'queda', // these four agree with the order: "queda" or "quedan"
  'sale', // "sale" or "salen"
  'sería', // "sería" or "serían"
  'los', // "los" or "las"
  'incluye',
  'fecha', // "el 15 de abril"
  'para_fecha', // "para el 15 de abril", "entre el 15 y el 30 de abril"
  'plazo', // "en un mes", when they spoke of a delay
  'presupuesto', // as they gave it: "unos $900.000"
  'presupuesto_exacto', // just the figure
  'faltante', // how far the budget falls short of the total
  'último_pedido',
  'mes_último',
  'persona', // the kind of buyer, "cafetería"
  'sugerido', // what that kind of buyer usually takes
  'cotizado', // what they were quoted last
  'contenido', // something useful of the business's own, for whoever is not ready yet
  'atributo_1', // what the business is judged by, as it names it
  'atributo_2',
  'atributo_3',
  'fecha_renovación', // by when what they bought has to be renewed
  'código', // theirs, for bringing others
  'enlace', // the same as a link that opens a chat with the business
  'beneficio', // what they get for it
  'beneficio_amigo', // what whoever they bring gets
  'conocido', // whom a business is asked for
  'caso', // the number of their newest ticket
  'plazo_caso', // by when it is to be settled: "hoy antes de las 6"
  'no_se_hace', // what the business says about a thing it does not make
] as const

/** Any of them. `conversation/variables` does not compile until each has its value. */
export type VariableName = (typeof ALWAYS_KNOWN)[number] | (typeof SOMETIMES_KNOWN)[number]

/** Every name the engine offers; the names of slots come on top. */
export const VARIABLES: readonly string[] = [...ALWAYS_KNOWN, ...SOMETIMES_KNOWN]

/** What may stand before a colon, and what the name after it belongs to. */
export const REFERENCES: { readonly [kind: string]: Reference } = {
  precio: { names: 'products', always: true }, // what one costs: {precio:camisa}
  total: { names: 'products', always: false }, // what as many as they want cost: {total:bordado}
  dato: { names: 'facts', always: true }, // what the fact says: {dato:entrega}
}

type Reference = { readonly names: 'products' | 'facts'; readonly always: boolean }

/** Slots every flow has without declaring them. */
export const BUILT_IN_SLOTS: readonly string[] = [
  'need',
  'quantity',
  'budget',
  'urgency',
  'authority',
  'name',
  'organization',
  'sector',
  'size',
  'place',
  'email',
  'phone',
  'nps',
]
