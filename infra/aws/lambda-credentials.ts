import { fromEnv } from '@aws-sdk/credential-providers'

/**
 * Replaces `@aws-sdk/credential-provider-node` in every bundle. Lambda provides credentials in the environment only: code
 * that reads profiles, SSO and instance metadata is a tenth of a bundle.
 */
export const defaultProvider = fromEnv
