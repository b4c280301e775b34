import { Dialog } from '../../kit/dialog.tsx'
import type { Clip } from '../wire.ts'
import { ClipGrid } from './clip-grid.tsx'

interface ClipPickerProps {
  onChoose: (clip: Clip) => void
  onClose: () => void
}

export function ClipPicker({ onChoose, onClose }: ClipPickerProps) {
  return (
    <Dialog title="Choose a clip" size="large" onClose={onClose}>
      <ClipGrid verb="Use" onChoose={onChoose} />
    </Dialog>
  )
}
