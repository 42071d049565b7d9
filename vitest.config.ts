import { defineConfig } from 'vitest/config'
import type { Reporter, TestModule } from 'vitest/node'

/** Ends with one line that any program can read: `812 passed, 0 failed`. */
const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const states = modules.flatMap(statesOf)
    const count = (state: string): number => states.filter((one) => one === state).length
    // A file that breaks outside its tests fails without any of them failing.
    const broken = modules.filter(
      (module) => module.state() === 'failed' && !statesOf(module).includes('failed'),
    ).length
    const skipped = count('skipped') + count('pending')
    const line = `${count('passed')} passed, ${count('failed') + broken + errors.length} failed`
    process.stdout.write(skipped > 0 ? `${line}, ${skipped} skipped\n` : `${line}\n`)
  },
}

function statesOf(module: TestModule): readonly string[] {
  return [...module.children.allTests()].map((test) => test.result().state)
}

// biome-ignore lint/style/noDefaultExport: vitest takes its settings from a default export.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Much of it waits for others; two at once are what the smallest machine has.
    maxWorkers: 2,
    // Nothing of ours lives in module state: importing the house once for each worker is enough.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // How long something takes on a busy machine is no matter of a test.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default', closingLine],
  },
})
