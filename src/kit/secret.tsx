import { useToast } from './toast.tsx'

/** What is shown once, to be taken along: by a press where the browser lets us, else by hand. */
export function Secret({ what, children }: { what: string; children: string }) {
  const toast = useToast()
  const copy = () =>
    navigator.clipboard.writeText(children).then(
      () => toast.say('Copied.'),
      () => toast.say('This browser does not copy for us: select it and copy it yourself.'),
    )
  return (
    <div className="secret">
      <code>{children}</code>
      {'clipboard' in navigator && (
        <button type="button" className="button" aria-label={`Copy ${what}`} onClick={() => void copy()}>
          Copy
        </button>
      )}
    </div>
  )
}
