import { connect, type Socket } from 'node:net'

export interface Answer {
  status: number
  text: string
  location: string
  cookie: string
}

/** A buyer's connection, which sends one form after the other. Bare: a library's work would take processor time from the database. */
export class BuyerLine {
  readonly #host: string
  readonly #origin: string
  readonly #socket: Socket
  #heard = ''
  #waiting: { resolve: (heard: string) => void; reject: (error: Error) => void } | null = null

  constructor(origin: string) {
    const { hostname, port, host } = new URL(origin)
    this.#host = host
    this.#origin = origin
    this.#socket = connect(Number(port), hostname).setNoDelay().setEncoding('latin1')
    this.#socket.on('data', (chunk: string) => this.#hear(chunk))
    this.#socket.on('error', (error) => this.#waiting?.reject(error))
    this.#socket.on('close', () => this.#waiting?.reject(new Error('The server hung up on a buyer.')))
  }

  async post(path: string, cookie: string, fields: Record<string, string>): Promise<Answer> {
    const body = new URLSearchParams(fields).toString()
    const heard = new Promise<string>((resolve, reject) => (this.#waiting = { resolve, reject }))
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\norigin: ${this.#origin}\r\ncookie: ${cookie}\r\n` +
        `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
    const text = await heard
    return {
      status: Number(text.slice(9, 12)),
      text,
      location: headerOf(text, 'location') ?? '',
      cookie: headerOf(text, 'set-cookie')?.split(';')[0] ?? cookie,
    }
  }

  end(): void {
    this.#socket.destroy()
  }

  #hear(chunk: string): void {
    this.#heard += chunk
    const end = endOf(this.#heard)
    if (end === null || this.#heard.length < end) return
    const whole = this.#heard
    this.#heard = ''
    this.#waiting?.resolve(whole)
    this.#waiting = null
  }
}

const LAST_CHUNK = '\r\n0\r\n\r\n'

/** Where an answer ends, as its head says; `null`: nobody can tell yet. */
function endOf(text: string): number | null {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return null
  const length = headerOf(text, 'content-length')
  if (length !== null) return head + 4 + Number(length)
  const last = text.indexOf(LAST_CHUNK, head)
  return last < 0 ? null : last + LAST_CHUNK.length
}

function headerOf(text: string, name: string): string | null {
  const at = text.indexOf(`\r\n${name}: `)
  return at < 0 || at > text.indexOf('\r\n\r\n')
    ? null
    : text.slice(at + name.length + 4, text.indexOf('\r\n', at + 2))
}
