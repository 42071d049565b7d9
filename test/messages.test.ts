import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { WEEKDAYS } from '../src/core/business/week.js'
import { VARIABLES } from '../src/core/flow/variables.js'
import { MESSAGES } from './core/flow/written.js'
import { type Literal, stringsIn } from './source-strings.js'

type Found = Literal & { readonly file: string }

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const LITERALS: readonly Found[] = readdirSync(join(ROOT, 'src'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => {
    const path = join(ROOT, 'src', name)
    const file = relative(ROOT, path)
    return stringsIn(readFileSync(path, 'utf8')).map((literal) => ({ ...literal, file }))
  })

/** Without the translations: `compileMessages` refuses one that translates nothing. */
const KEYS = Object.keys(MESSAGES).filter((key) => !key.includes(':'))
const SECTIONS = new Set(KEYS.map((key) => key.split('.')[0]))

/** Names that are Spanish and no sentences: values of the flow files' own vocabulary. */
const NAMES = new Set<string>([
  ...VARIABLES,
  ...WEEKDAYS,
  ...['usted', 'tú', 'vos'],
  ...['precio', 'total', 'dato'],
])

const SPANISH_LETTER = /[áéíóúüñ]|[¿¡«»].*\p{L}/iu
const SPANISH_WORD =
  /(^|[^\p{L}])(que|para|los|las|una|con|del|por|hay|usted|esta|este|como|cuando|pero|sin|hola|gracias|no se|se puede)($|[^\p{L}])/iu

function isSpanish(text: string): boolean {
  if (NAMES.has(text)) return false
  return SPANISH_LETTER.test(text) || (/\S\s+\S/.test(text) && SPANISH_WORD.test(text))
}

/** `chat.greeting.morning`, and not `chat.yaml` nor `src/chat.ts`. */
function isKeyLike(text: string): boolean {
  if (!/^[a-z]\w*(\.\w+)+$/.test(text) || /\.(ts|js|mjs|json|ya?ml|db|css|html)$/.test(text)) {
    return false
  }
  return SECTIONS.has(text.split('.')[0])
}

/** Beginnings of keys whose end is worked out: `owner.words.${command}`. */
const PREFIXES = LITERALS.map(({ texts }) => texts[0] ?? '').flatMap((first, index) => {
  const computed = (LITERALS[index]?.texts.length ?? 0) > 1 || first.endsWith('.')
  const [section = '', ...rest] = first.split('.')
  return computed && rest.length > 0 && SECTIONS.has(section) ? [first] : []
})

const WHOLE = LITERALS.filter(({ texts }) => texts.length === 1).map((literal) => ({
  ...literal,
  text: literal.texts[0] ?? '',
}))

describe('sentences', () => {
  test('stand in data/messages and never in src', () => {
    const spanish = LITERALS.flatMap(({ file, line, texts }) =>
      texts.filter(isSpanish).map((text) => `${file}:${line}: ${text}`),
    )
    expect(spanish).toEqual([])
  })

  test('that src asks for are there', () => {
    const absent = WHOLE.filter(({ text }) => isKeyLike(text) && !isKeyOrGroup(text))
    expect(absent.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([])
  })

  test('that are there are used', () => {
    const named = new Set(WHOLE.map(({ text }) => text))
    const groups = [...named].filter((text) => isKeyLike(text)).map((text) => `${text}.`)
    const prefixes = [...PREFIXES, ...groups]
    const unused = KEYS.filter(
      (key) => !named.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })
})

function isKeyOrGroup(text: string): boolean {
  return KEYS.some((key) => key === text || key.startsWith(`${text}.`))
}

describe('reading the literals of a source', () => {
  test.each([
    ["const a = 'uno' // 'dos'", [['uno']]],
    ['/* "x" */ f("it\'s", `t`)', [["it's"], ['t']]],
    [`\`a.\${b("c")}.d\``, [['c'], ['a.', '.d']]],
    [
      `\`\${\`x\${{ y: 1 }.y}\`}z\``,
      [
        ['x', ''],
        ['', 'z'],
      ],
    ],
    ["x.replace(/['\"]/g, 'y') / 2 / 'z'.length", [['y'], ['z']]],
    ["const r = /[/']/", []],
    ["'it\\'s'", [["it\\'s"]]],
  ])('%s', (source, expected) => {
    expect(stringsIn(source).map(({ texts }) => texts)).toEqual(expected)
  })

  test('tells the line of each', () => {
    expect(stringsIn("a\n\n'x'")[0]?.line).toBe(3)
  })
})
