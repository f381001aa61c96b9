import type { ClientSettings } from '../adapters/aws/clients.ts'
import { env, required } from './environment.ts'

/** How to reach a part that stands in for AWS on this machine; undefined in AWS, where everything is found by itself. */
export function local(endpoint: string | undefined): ClientSettings | undefined {
  return endpoint
    ? {
        endpoint,
        region: env().AWS_REGION,
        credentials: { accessKeyId: required('LOCAL_ACCESS_KEY_ID'), secretAccessKey: 'local' },
      }
    : undefined
}
