import { type ReactNode, useState } from 'react'

interface DropPlaceProps {
  onFiles: (files: FileList) => void
  className?: string
  children: ReactNode
}

/** Where files can be let go. */
export function DropPlace({ onFiles, className = '', children }: DropPlaceProps) {
  const [over, setOver] = useState(false)
  return (
    <div
      className={`drop-place ${className} ${over ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles(event.dataTransfer.files)
      }}
    >
      {children}
    </div>
  )
}
