/** "1,2 GB": as people read sizes, the decimal with a comma. */
export function sizeText(bytes: number): string {
  const units = ['KB', 'MB', 'GB', 'TB']
  let [size, unit] = [Math.max(0, bytes) / 1024, 0]
  while (size >= 1024 && unit < units.length - 1) [size, unit] = [size / 1024, unit + 1]
  const figure = size < 10 ? size.toFixed(1).replace('.', ',').replace(',0', '') : size.toFixed(0)
  return `${figure} ${units[unit]}`
}
