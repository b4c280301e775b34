import { Dialog } from '../../kit/dialog.tsx'
import { shortcutsNow } from '../../kit/shortcuts.ts'

const isMac = navigator.userAgent.includes('Mac')
const NAMES: Readonly<Record<string, string>> = { mod: isMac ? '⌘' : 'Ctrl', arrowleft: '←', arrowright: '→' }
const nameOf = (key: string): string => (NAMES[key] ?? key).toUpperCase()

export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <dl className="keys">
        {shortcutsNow().map(({ keys, says }) => (
          <div key={keys} style={{ display: 'contents' }}>
            <dt>
              {keys.split(/[ +]/).map((key) => (
                <kbd key={key}>{nameOf(key)}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
