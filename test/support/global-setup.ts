import type { TestProject } from 'vitest/node'
import { openTestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServerDir: string
  }
}

// Each project sets up; they share one server, which goes with the last.
let shared: { server: ReturnType<typeof openTestServer>; users: number } | null = null

export function setup(project: TestProject): () => Promise<void> {
  shared ??= { server: openTestServer(), users: 0 }
  const mine = shared
  mine.users += 1
  project.provide('testServerDir', mine.server.dir)
  return async () => {
    mine.users -= 1
    if (mine.users > 0) return
    shared = null
    await mine.server.close()
  }
}
