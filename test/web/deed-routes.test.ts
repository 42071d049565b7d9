import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { NotSaved, WebDeps } from '../../src/web/deps.js'
import { type House, messages, OWNER, openHouse, PROSPECT, post } from './_house.js'

let house: House
afterEach(() => house.server.close())

async function deed(path: string, body: unknown, overrides: Partial<WebDeps> = {}) {
  house = await openHouse(overrides)
  const response = await post(`${house.url}/simulator/${path}`, body)
  return { status: response.status, body: z.looseObject({}).parse(await response.json()) }
}

describe('POST /simulator/kill', () => {
  test('answers before the process dies', async () => {
    let died = 0
    const kill = () => {
      died += 1
    }
    expect(await deed('kill', {}, { kill })).toEqual({ status: 202, body: {} })
    expect(died).toBe(1)
  })

  test('refuses where nobody would start it again', async () => {
    const error = messages['web.error.no_launcher']
    expect(await deed('kill', {})).toEqual({ status: 501, body: { error } })
  })

  test('takes only JSON, as every other call', async () => {
    let died = 0
    house = await openHouse({ kill: () => (died += 1) })
    const form = await fetch(`${house.url}/simulator/kill`, { method: 'POST', body: 'a=1' })
    expect({ status: form.status, died }).toEqual({ status: 415, died: 0 })
  })
})

describe('POST /simulator/reset', () => {
  test('forgets the prospect', async () => {
    expect(await deed('reset', { phone: PROSPECT })).toMatchObject({ status: 200 })
    expect(house.forgotten).toEqual([PROSPECT])
  })

  test.each([
    ['no phone', {}, 400, 'Falta «phone»'],
    ['no number', { phone: 'Ana' }, 400, '«phone»'],
    ["the business's own phone", { phone: OWNER }, 409, 'del propio negocio'],
  ])('with %s forgets nobody', async (_, body, status, words) => {
    const answer = await deed('reset', body)
    expect(answer.status).toBe(status)
    expect(answer.body.error).toContain(words)
    expect(house.forgotten).toEqual([])
  })
})

describe('POST /simulator/save-as-test', () => {
  const saved = { file: 'flows/tests/ana.yaml', command: 'npm run -s porquesi -- flows test ana' }

  test('answers with the file and the command that plays it', async () => {
    const asked: unknown[] = []
    const saveAsTest: WebDeps['saveAsTest'] = async (...chat) => {
      asked.push(chat)
      return { ok: true, value: saved }
    }
    const answer = await deed('save-as-test', { phone: PROSPECT, name: ' Ana ' }, { saveAsTest })
    expect(answer).toEqual({ status: 200, body: saved })
    expect(asked).toEqual([[PROSPECT, 'Ana']])
  })

  test.each<[NotSaved, number, string]>([
    [{ kind: 'nobody' }, 404, 'ninguna conversación'],
    [{ kind: 'real_line' }, 409, 'WhatsApp real'],
    [{ kind: 'model' }, 409, 'un modelo'],
    [{ kind: 'content' }, 409, 'no sabe repetir'],
    [
      { kind: 'differs', line: 5, expected: 'Hola', got: 'x '.repeat(200) },
      409,
      'En el renglón 5 estaba «Hola» y salió «x x',
    ],
    [{ kind: 'unwritable', folder: '/flujos' }, 409, 'en /flujos'],
  ])('says in a sentence why not: %j', async (error, status, words) => {
    const saveAsTest: WebDeps['saveAsTest'] = async () => ({ ok: false, error })
    const answer = await deed('save-as-test', { phone: PROSPECT }, { saveAsTest })
    expect(answer.status).toBe(status)
    expect(answer.body.error).toContain(words)
    expect(String(answer.body.error).length).toBeLessThan(300)
  })

  test('refuses other machines also where they may look', async () => {
    let saving = 0
    const saveAsTest: WebDeps['saveAsTest'] = async () => {
      saving += 1
      return { ok: true, value: saved }
    }
    house = await openHouse({ allowRemote: true, saveAsTest })
    const headers = { host: 'shop.example' }
    expect(await postAs(house.url, headers)).toBe(403)
    expect(saving).toBe(0)
  })

  test('refuses where no tests are kept', async () => {
    expect(await deed('save-as-test', { phone: PROSPECT })).toMatchObject({ status: 501 })
  })
})

/** `fetch` would put its own host back. */
async function postAs(url: string, headers: { readonly host: string }): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const type = { 'content-type': 'application/json' }
    const sent = request(`${url}/simulator/save-as-test`, {
      method: 'POST',
      headers: { ...type, ...headers },
    })
    sent.once('error', reject)
    sent.once('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.end(JSON.stringify({ phone: PROSPECT }))
  })
}
