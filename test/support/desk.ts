import type { Author, Story, StoryInput } from '../../src/newsroom/wire.ts'
import type { RunningSite } from './running-site.ts'

const PASSWORD = 'a horn that blows at eleven'

interface CallOptions {
  revision?: number
  body?: unknown
}

/** Somebody at the desk without a browser: signed in, and calls the same doors that the studio calls. */
export class Desk {
  readonly #origin: string
  readonly #cookie: string
  #author: Promise<Author> | null = null

  private constructor(origin: string, cookie: string) {
    this.#origin = origin
    this.#cookie = cookie
  }

  /** Makes the owner's account with the one-time link that the start has printed. */
  static async open(site: Pick<RunningSite, 'url' | 'setupPath'>): Promise<Desk> {
    const token = new URL(site.setupPath, site.url).searchParams.get('token')
    const owner = { token, name: 'Bea Lundgren', email: 'bea@latehorn.example', password: PASSWORD }
    const response = await send(site.url, 'POST', '/api/v1/setup', { body: owner })
    if (!response.ok) throw new Error(`The setup answered ${response.status}: ${await response.text()}`)
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    return new Desk(site.url, cookie)
  }

  /** The same person at another process of the same site. */
  at(origin: string): Desk {
    const other = new Desk(origin, this.#cookie)
    other.#author = this.#author
    return other
  }

  async must<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
    const response = await this.ask(method, path, options)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return (text ? JSON.parse(text) : undefined) as T
  }

  /** A story of one paragraph that readers do not see yet, under the one byline of the desk. */
  async draft(headline: string, text = `${headline}: the whole of it.`): Promise<Story> {
    const author = await (this.#author ??= this.must('POST', '/api/v1/desk/authors', {
      body: { name: 'Lena Marsh' },
    }))
    const document = { schema: 1, blocks: [{ id: 'a', type: 'paragraph', text: [{ text }] }] }
    const body = { headline, standfirst: 'What happened, and to whom.', authors: [author.id], document }
    return this.must('POST', '/api/v1/desk/stories', { body })
  }

  publish({ id, revision }: Story): Promise<Story> {
    return this.must('POST', `/api/v1/desk/stories/${id}/publish`, { revision, body: {} })
  }

  async publishNew(headline: string, text?: string): Promise<Story> {
    return this.publish(await this.draft(headline, text))
  }

  /** Saves a story of which something has changed. */
  save(story: Story, changes: Partial<StoryInput>): Promise<Story> {
    const body = { ...Object.fromEntries(UPDATABLE.map((field) => [field, story[field]])), ...changes }
    return this.must('PUT', `/api/v1/desk/stories/${story.id}`, { revision: story.revision, body })
  }

  /** Gives a published story another headline, with a public note. */
  async correct({ id }: { id: string }, headline: string): Promise<Story> {
    const path = `/api/v1/desk/stories/${id}`
    const story = await this.must<Story>('GET', path)
    const saved = await this.save(story, { headline })
    return this.must('POST', `${path}/publish`, {
      revision: saved.revision,
      body: { correction: 'The headline was wrong.' },
    })
  }

  ask(method: string, path: string, options: CallOptions = {}): Promise<Response> {
    return send(this.#origin, method, path, options, this.#cookie)
  }
}

const UPDATABLE = [
  'slug',
  'kind',
  'sponsor',
  'headline',
  'standfirst',
  'document',
  'cover',
  'shortTake',
  'authors',
  'tags',
] as const

function send(
  origin: string,
  method: string,
  path: string,
  { revision, body }: CallOptions,
  cookie?: string,
): Promise<Response> {
  const headers: Record<string, string> = { origin }
  if (cookie) headers['cookie'] = cookie
  if (revision !== undefined) headers['if-match'] = `"${revision}"`
  if (body !== undefined) headers['content-type'] = 'application/json'
  return fetch(origin + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
}
