import { type FunctionName, functions, type QueueName, queues, queueVariable, type Wiring } from './pipeline.ts'

/** The environment a function reads once at its start. Its resources' names, never a secret's value. */
export function environmentOf(name: FunctionName): string[] {
  const wiring: Wiring = functions[name]
  return [
    ...(wiring.table === 'none' ? [] : ['TABLE_NAME']),
    ...(wiring.countsQueues ? (Object.keys(queues) as QueueName[]) : wiring.sends).map(queueVariable),
    ...(wiring.publishes ? ['BUS_NAME'] : []),
    ...(wiring.mails ? ['CONFIGURATION_SET'] : []),
    ...(wiring.sentWaitsSeconds === undefined ? [] : ['SENT_WAITS_SECONDS']),
    ...(wiring.signsLinks ? ['LINK_KEY_PARAMETER', 'LINK_BASE_URL'] : []),
    ...(wiring.linksToPages ? ['PAGES_BASE_URL'] : []),
    ...(wiring.keyedHashes ? ['HASH_KEY_PARAMETER'] : []),
    ...(wiring.raw ? ['RAW_BUCKET'] : []),
    ...(wiring.addsPictures ? ['PICTURES_BUCKET', 'PICTURES_BASE_URL'] : []),
    ...(wiring.enters ? ['AIRLINE_BUS_NAME'] : []),
    ...(wiring.checksSignatures ? ['CONNECTOR_KEYS_PARAMETER', 'SENDER_CERTIFICATES'] : []),
    ...(wiring.callsHelpDesk ? ['HELP_DESK_PARAMETER'] : []),
    ...(wiring.knowsPeople ? ['PEOPLE'] : []),
    ...(wiring.samples ? ['SAMPLE_MEMBERS'] : []),
    ...(wiring.checksSender ? ['MAIL_IDENTITY'] : []),
  ]
}
