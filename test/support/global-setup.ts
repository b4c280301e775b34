import type { TestProject } from 'vitest/node'

// Filled in once the shared test database exists; a run without a database needs nothing set up.
export function setup(_project: TestProject): void {}
