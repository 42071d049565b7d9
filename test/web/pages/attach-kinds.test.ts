import { expect, test } from 'vitest'
import { messageBody } from '../../../src/channels/simulator/body-schemas.js'
import { type AttachKind, attachKinds } from '../../../src/web/pages/attach-kinds.js'
import { messages, PROSPECT } from '../_house.js'

const kinds = attachKinds(messages)

/** What the page sends when somebody fills in only what has to be. */
function bodyOf({ name, fields }: AttachKind): object {
  const given = fields.flatMap((field): [string, string | number][] => {
    const { name: key, value } = field
    if (field.type === 'number') return [[key, Number(value)]]
    return value === '' && !field.required ? [] : [[key, value || '+573105550199']]
  })
  const { text, ...rest } = Object.fromEntries(given)
  return { from: PROSPECT, ...(text === undefined ? {} : { text }), [name]: rest }
}

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  '%s is taken by the simulator',
  (name, kind) => {
    const parsed = messageBody.safeParse(bodyOf(kind))
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(Object.keys(parsed.data?.[kindKey(name)] ?? {}).sort()).toEqual(
      kind.fields
        .filter(sent)
        .map((field) => field.name)
        .sort(),
    )

    function sent(field: AttachKind['fields'][number]): boolean {
      return (
        field.name !== 'text' && (field.type === 'number' || field.required || field.value !== '')
      )
    }
  },
)

const KEYS = ['audio', 'image', 'document', 'contact', 'location', 'referral'] as const

function kindKey(name: string): (typeof KEYS)[number] {
  const key = KEYS.find((one) => one === name)
  if (key === undefined) throw new Error(`the simulator takes no ${name}`)
  return key
}

test('a voice note says something and a contact is somebody, so that sending needs no thought', () => {
  const filled = (name: string) =>
    kinds.find((kind) => kind.name === name)?.fields.every(({ value }) => value !== '')
  expect([filled('audio'), filled('contact')]).toEqual([true, true])
})
