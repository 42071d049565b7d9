import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { compileMessages } from '../../bin/compile-messages.mjs'

const ROOT = mkdtempSync(join(tmpdir(), 'messages-'))

afterAll(() => rmSync(ROOT, { recursive: true }))

let count = 0

function compile(files: { readonly [name: string]: string }) {
  const folder = join(ROOT, String(count++), 'data', 'messages')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return compileMessages(folder, 'es')
}

describe('messages', () => {
  test('are merged from every file of the language, by dotted key', () => {
    const compiled = compile({
      'es.yaml': 'chat:\n  greeting:\n    morning: "Buenos días"\n',
      'es.owner.yaml': 'owner: { bye: "Chao" }\n',
      'notes.txt': 'nothing',
    })
    expect(compiled).toEqual({ 'chat.greeting.morning': 'Buenos días', 'owner.bye': 'Chao' })
  })

  test('stand beside their translations, which translate a sentence that there is', () => {
    const spanish = { 'es.yaml': 'chat: { closed: "Listo", later: "Luego" }\n' }
    expect(compile({ ...spanish, 'pt.yaml': 'chat: { closed: "Pronto" }\n' })).toEqual({
      ...{ 'chat.closed': 'Listo', 'chat.later': 'Luego', 'pt:chat.closed': 'Pronto' },
    })
    expect(() => compile({ ...spanish, 'en.yaml': 'chat: { open: "Open" }\n' })).toThrow(
      'data/messages/en.yaml:1: «chat.open» no está en español.',
    )
  })

  test('keep wordings, numbers and treatments, one inside another too', () => {
    const compiled = compile({
      'es.yaml': `a:
  list: ["Uno", { usted: "Dos", tú: "Dos", vos: "Dos" }]
  n: { one: "{n} paso", other: "{n} pasos" }
`,
    })
    expect(compiled).toEqual({
      'a.list': ['Uno', { usted: 'Dos', tú: 'Dos', vos: 'Dos' }],
      'a.n': { one: '{n} paso', other: '{n} pasos' },
    })
  })

  test('may call a group member `one` or `other`', () => {
    const compiled = compile({ 'es.yaml': 'a: { other: "Otra", self: "Ella" }\n' })
    expect(compiled).toEqual({ 'a.other': 'Otra', 'a.self': 'Ella' })
  })

  test.each([
    [
      'a: { saludo: { usted: "Hola", tú: "Hola" } }\n',
      'data/messages/es.yaml:1: a «saludo» le falta la forma «vos».',
    ],
    ['a:\n  n: { one: "Uno" }\n', 'data/messages/es.yaml:2: a «n» le falta la forma «other».'],
    [
      'a:\n  list: ["Uno", { usted: "U", tú: "T", vos: "V", ella: "E" }]\n',
      'data/messages/es.yaml:2: en «list» sobra «ella».',
    ],
    ['a:\n  n: 12\n', 'data/messages/es.yaml:2: «n» tiene que ser un texto entre comillas.'],
  ])('refuse %j', (yaml, expected) => {
    expect(() => compile({ 'es.yaml': yaml })).toThrow(expected)
  })

  test('refuse the same key in two files, naming both', () => {
    const files = { 'es.yaml': '\na: { b: "B" }\n', 'es.a.yaml': 'a: { b: "B" }\n' }
    expect(() => compile(files)).toThrow(
      'data/messages/es.yaml:2: «a.b» ya está en data/messages/es.a.yaml:1.',
    )
  })

  test('say every problem at once', () => {
    expect(() => compile({ 'es.yaml': 'a: { b: 1, c: 2 }\n' })).toThrow(/«b»[\s\S]*«c»/)
  })
})
