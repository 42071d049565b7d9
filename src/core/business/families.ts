/**
 * Words of one family share how they begin: "pinché, pinchadura", "calcetas, calcetines". By these keys a stem is
 * known in what was written, and by those of `familyOf` it is looked for.
 */
export function familiesOf(stem: string): readonly string[] {
  if (stem.length === SHORT) return [`^${stem}`, `=${stem}`]
  if (stem.length < SHORT) return []
  return [`^${stem.slice(0, SHORT)}`, `~${stem.slice(0, SHORT + 1)}`]
}

/** A short stem begins longer ones; long ones begin alike, or with a short one. */
export function familyOf(stem: string): readonly string[] {
  if (stem.length === SHORT) return [`^${stem}`]
  if (stem.length < SHORT) return []
  return [`=${stem.slice(0, SHORT)}`, `~${stem.slice(0, SHORT + 1)}`]
}

export function isFamily(key: string): boolean {
  return /^[\^=~]/.test(key)
}

const SHORT = 5
