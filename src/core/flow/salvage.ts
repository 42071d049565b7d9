import { id as idShape } from './condition-shape.js'
import { flowShape } from './shape.js'

type Fields = { readonly [name: string]: unknown }

/**
 * The data of a flow file without the parts whose shape is wrong, so that the rest can be checked in
 * the same go: a broken step becomes an end under the same name, a broken section is left out. Null
 * when too little remains to say anything about.
 */
export function salvage(data: unknown): unknown {
  const parsed = flowShape.safeParse(data)
  if (parsed.success || !isFields(data)) return parsed.success ? data : null
  const steps = new Set<PropertyKey>()
  const sections = new Set<PropertyKey>()
  for (const issue of parsed.error.issues) {
    const [section, index] = issue.path
    if (section === 'steps' && index !== undefined) steps.add(index)
    else if (section !== undefined) sections.add(section)
    else if (issue.code === 'unrecognized_keys') for (const key of issue.keys) sections.add(key)
  }
  // Without the slots every name would look wrong.
  if (sections.has('slots') || sections.has('steps') || !Array.isArray(data.steps)) return null
  const rest = Object.entries(data).filter(([name]) => !sections.has(name))
  const written: readonly unknown[] = data.steps
  return {
    title: '-',
    ...Object.fromEntries(rest),
    steps: written.map((step, index) => (steps.has(index) ? standIn(step) : step)),
  }
}

function standIn(step: unknown): Fields {
  const end = { end: 'done' }
  if (!isFields(step)) return end
  const slots = Array.isArray(step.ask) ? step.ask.join('-') : step.ask
  const name = idShape.safeParse(step.id ?? slots)
  return name.success ? { ...end, id: name.data } : end
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
