/** What the source of a raw message's entry begins with, among what is set aside. */
export const RAW_SOURCE = 'raw.'
