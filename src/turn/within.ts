/**
 * What a job comes to, or `late` where it takes longer than so many milliseconds. The job hears of that by
 * its signal; one that does not listen is left behind.
 */
export function within<T>(
  milliseconds: number,
  job: (signal: AbortSignal) => Promise<T>,
  late: T,
): Promise<T> {
  const signal = AbortSignal.timeout(milliseconds)
  const end = new Promise<T>((resolve) => {
    signal.addEventListener('abort', () => resolve(late))
  })
  return Promise.race([job(signal), end])
}
