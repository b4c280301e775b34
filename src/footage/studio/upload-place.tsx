import type { ReactNode } from 'react'
import { useToast } from '../../kit/toast.tsx'
import { DropPlace } from './drop-place.tsx'
import { looksLikeVideo } from './upload-failure.ts'
import { uploads } from './upload-queue.ts'
import { sizeWords } from './upload-state.ts'

interface UploadPlaceProps {
  /** bytes */
  most: number
  children?: ReactNode
}

/** Choose videos, or drop them here; each is sent after the other, and this screen may be left meanwhile. */
export function UploadPlace({ most, children }: UploadPlaceProps) {
  const take = useTake(most)
  return (
    <DropPlace onFiles={take} className="upload-place">
      {children}
      <label className="upload-label">
        <span className="legend">Add footage: choose videos, or drop them here</span>
        <input
          type="file"
          accept="video/*,.mkv,.mts,.m2ts,.ts,.avi,.mov"
          multiple
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <span className="field-hint">
          Up to {sizeWords(most)} each. The file is kept as it came; what readers get is cut from it.
        </span>
      </label>
    </DropPlace>
  )
}

/** Says at once what the server would refuse after hours of sending. */
function useTake(most: number): (files: FileList | null) => void {
  const toast = useToast()
  return (files) => {
    const given = [...(files ?? [])]
    for (const file of given) {
      if (!looksLikeVideo(file)) toast.say(`“${file.name}” is not a video.`)
      else if (file.size === 0) toast.say(`“${file.name}” is empty.`)
      else if (file.size > most)
        toast.say(`“${file.name}” is too large: ${sizeWords(file.size)} of at most ${sizeWords(most)}.`)
    }
    uploads.add(given.filter((file) => looksLikeVideo(file) && file.size > 0 && file.size <= most))
  }
}
