import type { Connection, Submittable } from 'pg'

/** A statement whose text is the same whatever it is given. */
export interface Statement {
  /** With `$1` parameters. */
  text: string
  values: readonly string[]
}

const names = new Map<string, string>()

/** The name by which a connection keeps the plan of a statement with this text. */
export function nameOf(text: string): string {
  const name = names.get(text) ?? `planned_${names.size + 1}`
  names.set(text, name)
  return name
}

/** What node-postgres has of a connection and its types leave out. */
interface Wire extends Omit<Connection, 'parse' | 'bind' | 'execute' | 'close'> {
  /** The texts of the statements that are planned here, by name. */
  parsedStatements: Record<string, string>
  parse(statement: { name: string; text: string }): void
  bind(portal: { statement: string; values: readonly string[] }): void
  execute(portal: object): void
  close(statement: { type: 'S'; name: string }): void
}

/** Resolves when all have been run. The first that fails is the last that is run, and rejects. */
export const together = (
  statements: readonly Statement[],
  ask: (query: Submittable) => unknown,
): Promise<void> =>
  new Promise((resolve, reject) => {
    ask(new Together(statements, (error) => (error ? reject(error) : resolve())))
  })

/**
 * Statements that cross to the database together and are answered together, each planned once a connection; what they give is passed
 * over. (PostgreSQL's extended query protocol, "Pipelining": one Sync for all.)
 */
class Together implements Submittable {
  readonly #statements: readonly Statement[]
  readonly #end: (error?: Error) => void
  #completed = 0

  constructor(statements: readonly Statement[], end: (error?: Error) => void) {
    this.#statements = statements
    this.#end = end
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire
    wire.stream.cork()
    for (const { text, values } of this.#statements) {
      const name = nameOf(text)
      if (wire.parsedStatements[name] === undefined) {
        // One that failed after it was planned is there already.
        wire.close({ type: 'S', name })
        wire.parse({ name, text })
      }
      wire.bind({ statement: name, values })
      wire.execute({})
    }
    wire.sync()
    wire.stream.uncork()
  }

  handleCommandComplete(_: unknown, connection: Connection): void {
    const statement = this.#statements[this.#completed++]
    if (statement) (connection as unknown as Wire).parsedStatements[nameOf(statement.text)] = statement.text
  }

  handleDataRow(): void {}

  handleError(error: Error): void {
    this.#end(error)
  }

  handleReadyForQuery(): void {
    this.#end()
  }
}
