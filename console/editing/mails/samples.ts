import type { Input } from '../../api/client.ts'

/** For which made-up member a mail is shown. */
export type Sample = NonNullable<Input<'POST /v1/drafts/{draft}/renders'>['sample']>
