import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Business } from '../../core/business/types.js'
import { loadFlows } from '../../project/load.js'

/** A question and the id of the fact that answers it. */
export type LabelledQuestion = { readonly question: string; readonly fact: string }

export type QuestionSet = {
  readonly name: string
  readonly business: Business
  readonly lines: readonly LabelledQuestion[]
  /** Of the business that is shipped. */
  readonly isShipped: boolean
  /** Written by people who saw nothing but the facts. */
  readonly isBlind: boolean
}

const FOLDER = fileURLToPath(new URL('../../../test/fixtures/questions/', import.meta.url))
const FLOWS = fileURLToPath(new URL('../../../flows', import.meta.url))

/** All labelled questions, each set with the business it asks. */
export async function labelledQuestions(): Promise<readonly QuestionSet[]> {
  const flows = await loadFlows(FLOWS)
  if (!flows.ok) throw new Error('the flows of the project should be in order')
  const shipped = flows.value.business
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl'))
    .toSorted()
    .map((file) => {
      const name = file.slice(0, -'.jsonl'.length)
      const business = businessOf(name, shipped)
      return {
        name,
        business,
        isShipped: business === shipped,
        lines: linesOf(file),
        isBlind: !name.startsWith('own-'),
      }
    })
}

/** Both say that one's own garment is embroidered for so much. */
const SAME = new Map([['precio:bordado', 'prenda-propia']])

export function sameFact(id: string): string {
  return SAME.get(id) ?? id
}

/** Its owner gave texts and no words to find them by; where there are none, it is the shipped one. */
function businessOf(name: string, shipped: Business): Business {
  const path = `${FOLDER}${name}-facts.json`
  if (!existsSync(path)) return shipped
  const written: Written = JSON.parse(readFileSync(path, 'utf8'))
  const facts = written.facts.map(({ id, text }) => ({
    id,
    words: [],
    text: { usted: text, tú: text, vos: text },
    passesOn: false,
    taught: false,
  }))
  return { ...shipped, name: written.name, sells: written.sells, products: [], notMade: [], facts }
}

type Written = {
  readonly name: string
  readonly sells: string
  readonly facts: readonly { readonly id: string; readonly text: string }[]
}

function linesOf(file: string): readonly LabelledQuestion[] {
  return readFileSync(`${FOLDER}${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line): LabelledQuestion => JSON.parse(line))
}
