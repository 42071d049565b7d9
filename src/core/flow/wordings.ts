import { parseCondition } from './condition-file.js'
import type { Path, Problem, Source } from './problem.js'
import type { RawForms, RawWordings } from './shape.js'
import type { Forms, Wording, Wordings } from './types.js'

const TREATMENTS = ['usted', 'tú', 'vos'] as const

export type Reported = {
  readonly source: Source
  readonly problems: Problem[]
  /** What a text belongs to, where that says more than the name of its field. */
  readonly name?: string
}

/** Wordings of a flow file; none at all when the field is absent. */
export function parseWordings(
  raw: RawWordings | undefined,
  path: Path,
  report: Reported,
): Wordings {
  if (raw === undefined) return []
  const list = Array.isArray(raw) ? raw : [raw]
  return list.map((entry, index) =>
    parseWording(entry, Array.isArray(raw) ? [...path, index] : path, report),
  )
}

type RawWording = Exclude<RawWordings, readonly unknown[]>

function parseWording(raw: RawWording, path: Path, report: Reported): Wording {
  if (typeof raw === 'string') return { text: sameForAll(raw), when: null }
  const { when, ...rest } = raw
  return {
    text: parseForms(rest, path, report),
    when: when === undefined ? null : parseCondition(when),
  }
}

/** One text for everybody, or the three; a form that is absent is a problem. */
export function parseForms(raw: RawForms, path: Path, report: Reported): Forms {
  if (typeof raw === 'string') return sameForAll(raw)
  const { text, pt, en } = raw
  const given = TREATMENTS.filter((treatment) => raw[treatment] !== undefined)
  if ((text === undefined) === (given.length === 0)) {
    report.problems.push(problemAt(report.source, path, 'flows.text_or_forms'))
  }
  for (const form of given.length === 0 ? [] : TREATMENTS.filter((t) => !given.includes(t))) {
    const name = report.name ?? String(path.findLast((part) => typeof part === 'string') ?? '')
    report.problems.push(problemAt(report.source, path, 'flows.missing_form', { name, form }))
  }
  const { usted = '', tú = '', vos = '' } = raw
  const own = text === undefined ? { usted, tú, vos } : sameForAll(text)
  return { ...own, ...(pt !== undefined && { pt }), ...(en !== undefined && { en }) }
}

function sameForAll(text: string): Forms {
  return { usted: text, tú: text, vos: text }
}

export function problemAt(
  source: Source,
  path: Path,
  key: string,
  params: Problem['params'] = {},
): Problem {
  return { file: source.file, line: source.lineOf(path), key, params }
}
