/** Whether something that depends on these topics is out of date. `story:*` stands for every story. */
export function concerns(dependsOn: readonly string[], changed: ReadonlySet<string>): boolean {
  return dependsOn.some((topic) =>
    topic.endsWith('*') ? startsWithAny(changed, topic.slice(0, -1)) : changed.has(topic),
  )
}

function startsWithAny(topics: ReadonlySet<string>, prefix: string): boolean {
  for (const topic of topics) if (topic.startsWith(prefix)) return true
  return false
}
