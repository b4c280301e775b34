import { lazy, Suspense } from 'react'
import { Loading } from '../../kit/states.tsx'
import type { DocumentEditorProps } from './document-editor.tsx'

/** A screen that is going to show the editor fetches it while it reads what stands in it. */
export const fetchEditor = () => import('./document-editor.tsx')

const Editor = lazy(async () => ({ default: (await fetchEditor()).DocumentEditor }))

/** The editor is the heaviest part of the studio: it comes when it is first opened. */
export function DocumentEditor(props: DocumentEditorProps) {
  return (
    <Suspense fallback={<Loading what="the editor" />}>
      <Editor {...props} />
    </Suspense>
  )
}
