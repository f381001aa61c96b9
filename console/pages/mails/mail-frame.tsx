import { useEffect, useRef } from 'react'
import './mail-frame.css'

/**
 * A mail in a frame that may do nothing: no address of its own, no scripts of the mail, no images from elsewhere. It asks for what
 * it shows once it is there.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const answer = ({ source, data }: MessageEvent) => {
      const its = frame.current?.contentWindow
      if (its && source === its && data === 'ready') its.postMessage(html, '*')
    }
    addEventListener('message', answer)
    return () => removeEventListener('message', answer)
  }, [html])
  return <iframe ref={frame} key={html} className="wb-mail" src="/mail.html" sandbox="allow-scripts" title={title} />
}
