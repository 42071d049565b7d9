const SHAPE =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
/** Days each group is worth; months and years generously, since this is only a limit. */
const DAYS = [366, 31, 7, 1, 1 / 24, 1 / 1440, 1 / 86_400] as const
const LIMIT_DAYS = 3660

/**
 * Whether a text is an ISO 8601 duration of at most ten years: a slip of the finger ("P3000Y")
 * must not run a thousand years of recurring work.
 */
export function isReasonable(duration: string): boolean {
  const match = SHAPE.exec(duration)
  if (match === null) return false
  const days = DAYS.reduce((sum, worth, at) => sum + worth * Number(match[at + 1] ?? 0), 0)
  return days <= LIMIT_DAYS
}
