import type { Story } from './play.js'

type Wrong = { readonly word: string; readonly from: RegExp; readonly to: string }

/** One figure of each kind, told otherwise: a comparison that does not see it compares nothing. */
const WRONG: readonly Wrong[] = [
  { word: 'mis cifras', from: /personas: (\d+)/, to: 'personas: 1$1' },
  { word: 'mis cifras', from: /(abiertas: )(\d+);/, to: '$11$2;' },
  { word: 'mis cifras', from: /(se esperan \D?)(\d)/, to: '$11$2' },
  { word: 'embudo', from: /(\d+) lead/, to: '1$1 lead' },
  { word: 'embudo', from: /se cae: de .+$/m, to: 'se cae: de cliente a cliente.' },
  { word: 'reporte', from: /(siete días: )(\d|una)/, to: '$19$2' },
  { word: 'reporte', from: /(Por cerrar hay )(\d+)/, to: '$11$2' },
  { word: 'reporte', from: /^3\. .+$/m, to: '3. 77 personas que califican llevan días esperando.' },
  { word: 'pronóstico', from: /(compraron )(\d+)( de)/, to: '$11$2$3' },
  { word: 'pronóstico', from: /(se cuenta )(\d)/, to: '$11$2' },
  { word: 'pronóstico', from: /(abiertas: )(\d+),/, to: '$11$2,' },
  { word: 'pronóstico', from: /(→ \D?)(\d)/, to: '$11$2' },
  { word: 'pronóstico', from: /(de las ventas: \D?)(\d)/, to: '$11$2' },
  { word: 'referidos', from: /trajo a \S+/, to: 'trajo a Nadie' },
  { word: 'referidos', from: /\*: (\d+|una) persona/, to: '*: 777 persona' },
  { word: 'diagnóstico', from: /(ventas:\* )(\d)/, to: '$11$2' },
  { word: 'diagnóstico', from: /\((\d+) %\)/, to: '(1$1 %)' },
  { word: 'diagnóstico', from: /[✓⚠]/u, to: '' },
  { word: 'diagnóstico', from: /límite: (\d)/, to: 'límite: 1$1' },
  { word: 'diagnóstico', from: /Mejora|Empeora|Sigue igual|No hay un mes/, to: '' },
  { word: 'diagnóstico', from: /(en venta: )(\d)/, to: '$11$2' },
  { word: 'diagnóstico', from: /$/, to: '\n   decide por su cuenta: de 10 a 55' },
]

/** What was told with one thing wrong in it, for each that the owner was told at all. */
export function wronglyTold({ told }: Story): readonly (readonly [string, Story['told']])[] {
  return WRONG.flatMap(({ word, from, to }) => {
    const text = told[word] ?? ''
    if (!from.test(text)) return []
    return [[`${word}: ${from}`, { ...told, [word]: text.replace(from, to) }] as const]
  })
}
