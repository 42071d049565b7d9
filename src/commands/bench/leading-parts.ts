/** Two tables of `size` numbers a row whose rows, multiplied, come to nearly what stands in the first. */
export type Parts = {
  readonly left: readonly Float32Array[]
  readonly right: readonly Float32Array[]
}

const ROUNDS = 12

/**
 * The leading singular parts of a table, found by turning a few vectors through it again and again. What comes often
 * counts more: its row or column is kept more exactly.
 */
export function leadingParts(
  table: readonly Float32Array[],
  rows: Float32Array,
  columns: Float32Array,
  size: number,
): Parts {
  const [byRow, byColumn] = [rows.map(heft), columns.map(heft)]
  const heavy = table.map((row, at) =>
    row.map((value, column) => value * (byRow[at] as number) * (byColumn[column] as number)),
  )
  let right = upright(begin(size, columns.length))
  for (let round = 0; round < ROUNDS; round += 1) {
    right = upright(backThrough(heavy, through(heavy, right), columns.length))
  }
  const left = through(heavy, right)
  return {
    left: table.map((_, at) =>
      Float32Array.from(left, (each) => (each[at] as number) / (byRow[at] as number)),
    ),
    right: Array.from(columns, (_, at) =>
      Float32Array.from(right, (each) => (each[at] as number) / (byColumn[at] as number)),
    ),
  }
}

function heft(often: number): number {
  return Math.sqrt(1 + often)
}

/** Vectors that differ, the same in every run. */
function begin(size: number, length: number): readonly Float32Array[] {
  return Array.from({ length: size }, (_, which) =>
    Float32Array.from({ length }, (_each, at) => Math.sin((which + 1) * (at + 1))),
  )
}

function through(
  table: readonly Float32Array[],
  vectors: readonly Float32Array[],
): readonly Float32Array[] {
  return vectors.map((vector) => Float32Array.from(table, (row) => dot(row, vector)))
}

function backThrough(
  table: readonly Float32Array[],
  vectors: readonly Float32Array[],
  length: number,
): readonly Float32Array[] {
  return vectors.map((vector) => {
    const sum = new Float32Array(length)
    table.forEach((row, at) => {
      addTo(sum, row, vector[at] as number)
    })
    return sum
  })
}

/** Each made to stand upright on those before it, and of length one. */
function upright(vectors: readonly Float32Array[]): readonly Float32Array[] {
  const done: Float32Array[] = []
  for (const vector of vectors) {
    const rest = Float32Array.from(vector)
    for (const before of done) addTo(rest, before, -dot(rest, before))
    const length = Math.sqrt(dot(rest, rest))
    done.push(length === 0 ? rest : rest.map((value) => value / length))
  }
  return done
}

function addTo(sum: Float32Array, row: Float32Array, times: number): void {
  for (let at = 0; at < sum.length; at += 1)
    sum[at] = (sum[at] as number) + times * (row[at] as number)
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number)
  return sum
}
