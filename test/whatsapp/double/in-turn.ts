export type InTurn = <T>(job: () => Promise<T>) => Promise<T>

/** Runs one job after the other, in the order asked for; one that fails holds nobody up. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const mine = last.then(job, job)
    last = mine
    return mine
  }
}
