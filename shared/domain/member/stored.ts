/** A member's item as stored. `state` is the encoded member (domain/member/codec), opaque to the store. */
export interface StoredMember {
  memberId: string
  /** 1 at the first write, one more at each. A write names the version it has read. */
  version: number
  state: string
  /** When the member is to be woken, epoch ms, as the index has it. Undefined: never. */
  wakeAt?: number | undefined
}
