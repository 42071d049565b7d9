import { hitsOf, type Scan } from './scan.js'
import type { Found } from './types.js'

/**
 * How the thing should be: colours, sizes, cloths and cuts, as they wrote them, in order of appearance. A
 * word that is part of a name, an address or a sum tells no such thing.
 */
export function readDetails(
  scan: Scan,
  names: readonly (Found<string> | null)[],
): readonly string[] {
  let read = 0
  const said = hitsOf(scan, 'detail').flatMap(({ from, to }) => {
    // "algodón" within "en algodón".
    if (from < read) return []
    read = to
    const [start, end] = [scan.tokens[from]?.start ?? 0, scan.tokens[to - 1]?.end ?? 0]
    const named = names.some((name) => name !== null && start < name.span[1] && end > name.span[0])
    return named || scan.uses[from] === 'money' ? [] : [scan.text.slice(start, end)]
  })
  return [...new Set(said)]
}
