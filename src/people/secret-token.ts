import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits: nothing to guess, so that a plain SHA-256 of it may be stored. */
export const drawToken = (): string => randomBytes(32).toString('base64url')

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
