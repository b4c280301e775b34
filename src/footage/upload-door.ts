import { FileStore } from '@tus/file-store'
import { type Upload, EVENTS, Server } from '@tus/server'
import type { Person } from '../people/public.ts'
import { isDiskFull } from '../platform/files/file-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { beginUpload } from './begin-upload.ts'
import { deleteMaster } from './delete-master.ts'
import { finishUpload } from './finish-upload.ts'
import { masterTopics } from './master.ts'
import { readMaster, writeUploadProgress } from './master-store.ts'
import { makeUploadsFolder, uploadsFolder } from './uploads-folder.ts'

const PATH = '/api/v1/uploads'
const PROGRESS_MS = 1000

/** tus 1.0: uploads that go on where they broke off. Each is a master from its first request on, under the same id. */
export class UploadDoor {
  readonly #p: Platform
  readonly #server: Server
  /** The id that was drawn for a request that begins an upload. */
  readonly #ids = new WeakMap<Request, string>()

  constructor(p: Platform) {
    this.#p = p
    this.#server = new Server({
      path: PATH,
      datastore: new FileStore({ directory: uploadsFolder(p) }),
      relativeLocation: true,
      // The studio is on this site; nobody else's script has business here.
      allowedOrigins: () => false,
      maxSize: p.config.PRESSBOX_MAX_UPLOAD,
      postReceiveInterval: PROGRESS_MS,
      namingFunction: (request) => this.#ids.get(request) ?? '',
    })
    this.#server.on(EVENTS.POST_RECEIVE, (_request: Request, upload: Upload) => void this.#tell(upload))
  }

  async begin(person: Person, request: Request): Promise<Response> {
    const { headers } = request
    if (headers.has('upload-concat'))
      throw new Refusal(
        'invalid',
        'Uploads in parts that are joined later are not accepted. Send the file as one.',
      )
    if (headers.has('upload-defer-length'))
      throw new Refusal('invalid', 'Say how large the file is when the upload begins: send Upload-Length.')
    const bytes = /^\d{1,16}$/.test(headers.get('upload-length') ?? '')
    const id = await beginUpload(this.#p, person, {
      name: nameIn(headers.get('upload-metadata') ?? ''),
      bytes: bytes ? Number(headers.get('upload-length')) : Number.NaN,
    })
    this.#ids.set(request, id)
    const response = await this.#handle(request)
    if (response.status === 201) await this.#finishIfWhole(person, id, response)
    else await deleteMaster(this.#p, person, id)
    return response
  }

  async goOn(person: Person, id: string, request: Request): Promise<Response> {
    await this.#refuseUnlessUploading(id)
    const response = await this.#handle(request)
    if (response.ok) await this.#finishIfWhole(person, id, response)
    return response
  }

  /** Also finishes an upload whose last answer never came: a process may have died in between. */
  async tellOffset(person: Person, id: string, request: Request): Promise<Response> {
    const response = await this.#handle(request)
    if (response.ok) await this.#finishIfWhole(person, id, response)
    return response
  }

  async giveUp(person: Person, id: string): Promise<Response> {
    await this.#refuseUnlessUploading(id)
    await deleteMaster(this.#p, person, id)
    return new Response(null, { status: 204, headers: { 'tus-resumable': '1.0.0' } })
  }

  async #refuseUnlessUploading(id: string): Promise<void> {
    const master = await readMaster(this.#p, id)
    if (!master) throw new Refusal('not-found', 'This upload is not there (any more). Begin it again.')
    if (master.state !== 'uploading')
      throw new Refusal('gone', 'This upload has ended already: all of it is here.')
  }

  /** The library's complaints are words for programs: they become ours, with the status that tus gives them. */
  async #handle(request: Request): Promise<Response> {
    await makeUploadsFolder(this.#p)
    const response = await this.#server.handleWeb(request).catch((error: unknown) => {
      if (isDiskFull(error))
        throw new Refusal('storage-full', 'The disk is full. Free some space, then go on.')
      throw error
    })
    if (response.status < 400 || request.method === 'HEAD') return response
    const { status, headers } = response
    const detail = (await response.text()).trim()
    const body = { type: 'about:blank', title: 'The upload cannot go on like this', status, detail }
    headers.delete('content-length')
    headers.set('content-type', 'application/problem+json')
    return new Response(JSON.stringify(body), { status, headers })
  }

  async #finishIfWhole(person: Person, id: string, response: Response): Promise<void> {
    const offset = Number(response.headers.get('upload-offset') ?? -1)
    const master = await readMaster(this.#p, id)
    if (master?.state !== 'uploading') return
    if (offset === master.bytes) await finishUpload(this.#p, person, id)
    else if (offset >= 0) await this.#note(id, offset / master.bytes)
  }

  async #tell({ id, offset, size }: Upload): Promise<void> {
    if (size)
      await this.#note(id, offset / size).catch((error: unknown) => this.#p.log.warn({ error }, 'upload'))
  }

  async #note(id: string, progress: number): Promise<void> {
    await this.#p.write(async (w) => {
      if (await writeUploadProgress(w, id, Math.min(1, progress))) w.touch(...masterTopics(id))
    })
  }
}

/** `filename <base64>` of Upload-Metadata. */
function nameIn(metadata: string): string {
  const pairs = metadata.split(',').map((pair) => pair.trim().split(/\s+/))
  const value = pairs.find(([key]) => key === 'filename')?.[1] ?? pairs.find(([key]) => key === 'name')?.[1]
  return Buffer.from(value ?? '', 'base64').toString('utf8')
}
