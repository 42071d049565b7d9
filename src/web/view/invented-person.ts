import { type Messages, message } from '../../core/messages.js'

/** The first invented number of each country; the next ones count up from it. */
const FIRST: ReadonlyMap<string, number> = new Map([
  ['AR', 5_491_155_550_101],
  ['BO', 59_171_555_010],
  ['CL', 56_955_550_101],
  ['CO', 573_105_550_101],
  ['CR', 50_685_550_101],
  ['CU', 5_355_550_101],
  ['DO', 18_095_550_101],
  ['EC', 593_995_550_101],
  ['ES', 34_655_550_101],
  ['GT', 50_255_550_101],
  ['HN', 50_495_550_101],
  ['MX', 525_555_550_101],
  ['NI', 50_585_550_101],
  ['PA', 50_765_550_101],
  ['PE', 51_955_550_101],
  ['PR', 17_875_550_101],
  ['PY', 595_985_550_101],
  ['SV', 50_375_550_101],
  ['US', 12_025_550_101],
  ['UY', 59_895_550_101],
  ['VE', 584_145_550_101],
])
const ANYWHERE = 573_105_550_101

export type Invented = { readonly phone: string; readonly name: string }

/** The first invented person of the shop's country whose phone nobody here uses; names come round again. */
export function inventedPerson(
  messages: Messages,
  country: string,
  taken: readonly string[],
): Invented {
  const first = FIRST.get(country) ?? ANYWHERE
  let turn = 0
  while (taken.includes(`+${first + turn}`)) turn += 1
  const name = message(messages, 'web.people.invented', {}, { treatment: 'usted', turn })
  return { phone: `+${first + turn}`, name }
}
