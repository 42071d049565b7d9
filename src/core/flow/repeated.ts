import type { Path } from './problem.js'
import { problemAt, type Reported } from './wordings.js'

/** Reports each id that stands a second time in the list at `path`, with the line of the first. */
export function reportRepeated(ids: readonly string[], path: Path, report: Reported): void {
  ids.forEach((id, index) => {
    const first = ids.indexOf(id)
    if (first === index) return
    const line = report.source.lineOf([...path, first, 'id'])
    const params = { name: id, line }
    report.problems.push(problemAt(report.source, [...path, index, 'id'], 'flows.repeated', params))
  })
}
