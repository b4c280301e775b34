import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

// A passkey in software, as WebAuthn level 3 describes one: ES256, no attestation, the person verified.
const USER_PRESENT = 1
const USER_VERIFIED = 4
const WITH_KEY = 64

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()

const cborText = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
/** All our byte strings have 24 to 255 bytes; the length must be written as short as can be. */
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])

/** RFC 9052: key type EC2, algorithm ES256, curve P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' })
  const coordinate = (text: string | undefined): Buffer => cborBytes(Buffer.from(text ?? '', 'base64url'))
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    coordinate(x),
    Buffer.from([0x22]),
    coordinate(y),
  ])
}

export class SoftPasskey {
  readonly #id = randomBytes(16)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #origin: string
  readonly #present: number
  #count = 0

  /** `asksPerson: false` stands for a key that works for whoever holds it. */
  constructor(origin: string, { asksPerson = true } = {}) {
    this.#origin = origin
    this.#present = asksPerson ? USER_PRESENT | USER_VERIFIED : USER_PRESENT
  }

  register(challenge: string): object {
    const authData = this.#authenticatorData(this.#present | WITH_KEY)
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(authData),
    ])
    return this.#credential({
      clientDataJSON: this.#clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    })
  }

  authenticate(challenge: string): object {
    this.#count += 1
    const authData = this.#authenticatorData(this.#present)
    const clientData = this.#clientData('webauthn.get', challenge)
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.#keys.privateKey)
    return this.#credential({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }

  #authenticatorData(flags: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.#count)
    const head = Buffer.concat([sha256(new URL(this.#origin).hostname), Buffer.from([flags]), count])
    if (!(flags & WITH_KEY)) return head
    const aaguid = Buffer.alloc(16)
    return Buffer.concat([
      head,
      aaguid,
      Buffer.from([0, this.#id.length]),
      this.#id,
      coseKey(this.#keys.publicKey),
    ])
  }

  #credential(response: object): object {
    const id = this.#id.toString('base64url')
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} }
  }
}
