import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { findUnfinished, forgetUnfinished, type Unfinished, uploads } from './upload-queue.ts'
import type { UploadState } from './upload-state.ts'

export const useUploads = (): readonly UploadState[] =>
  useSyncExternalStore(uploads.subscribe, uploads.states)

/** What an earlier visit has left unfinished and is not being sent now. */
export function useUnfinished(): [found: readonly Unfinished[], forget: (key: string) => void] {
  const sending = useUploads()
  const queries = useQueryClient()
  const [found, setFound] = useState<readonly Unfinished[]>([])
  const look = useCallback(() => {
    void findUnfinished().then(setFound, () => setFound([]))
  }, [])
  useEffect(look, [look, sending.length])
  const forget = (key: string) =>
    void forgetUnfinished(key).then(() => {
      look()
      return queries.invalidateQueries()
    })
  const isSending = ({ masterId, name, size }: Unfinished): boolean =>
    sending.some((upload) => upload.masterId === masterId || (upload.name === name && upload.size === size))
  return [found.filter((one) => !isSending(one)), forget]
}
