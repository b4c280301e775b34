interface Pattern<T> {
  segments: string[]
  value: T
}

export interface PathMatch<T> {
  value: T
  params: Record<string, string>
}

/** Finds the first pattern such as `/tags/:slug` that fits a path; fixed patterns go before those with parameters. */
export class PathMatcher<T> {
  readonly #fixed = new Map<string, T>()
  readonly #patterns: Pattern<T>[] = []

  constructor(routes: readonly (readonly [string, T])[]) {
    for (const [path, value] of routes) {
      if (this.#fixed.has(path) || this.#patterns.some((pattern) => pattern.segments.join('/') === path))
        throw new Error(`Two pages have the path ${path}.`)
      if (path.includes(':')) this.#patterns.push({ segments: path.split('/'), value })
      else this.#fixed.set(path, value)
    }
  }

  match(path: string): PathMatch<T> | null {
    const fixed = this.#fixed.get(path)
    if (fixed !== undefined) return { value: fixed, params: {} }
    const parts = path.split('/')
    for (const { segments, value } of this.#patterns) {
      const params = fit(segments, parts)
      if (params) return { value, params }
    }
    return null
  }
}

function fit(segments: string[], parts: string[]): Record<string, string> | null {
  if (segments.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [i, segment] of segments.entries()) {
    const part = parts[i] ?? ''
    // `:slug.ics` takes a suffix.
    const named = /^:(\w+)(.*)$/.exec(segment)
    if (!named) {
      if (segment !== part) return null
      continue
    }
    const suffix = named[2] ?? ''
    if (!part.endsWith(suffix) || part.length === suffix.length) return null
    const value = decode(part.slice(0, part.length - suffix.length))
    if (value === null) return null
    params[named[1] ?? ''] = value
  }
  return params
}

function decode(part: string): string | null {
  try {
    const text = decodeURIComponent(part)
    return /[\u0000-\u001f/\\]/.test(text) ? null : text
  } catch {
    return null
  }
}
