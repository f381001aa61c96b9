import { useAnswer } from '../../api/use.ts'
import { BehindModal } from '../../parts/behind.tsx'

/** The members behind one figure of today, by its name in the tally. */
export function BehindToday({ figure, onClose }: { figure: string; onClose(): void }) {
  return <BehindModal answer={useAnswer('GET /v1/today/members', { figure })} onClose={onClose} />
}
