/**
 * Replaces parts of the SDK that nothing here uses and every start would read: `@smithy/core/event-streams` (answers of several
 * messages, which no service that we call gives) and `@aws-sdk/endpoint-cache` (endpoints that DynamoDB is asked for, which the SDK does
 * only where it is told to). Where one is used after all, it fails.
 */
export class EndpointCache {
  get(): never {
    return fails()
  }
}

export class EventStreamSerde {
  constructor() {
    fails()
  }
}

export function eventStreamSerdeProvider(): { serialize(): never; deserialize(): never } {
  return { serialize: fails, deserialize: fails }
}

export function resolveEventStreamSerdeConfig<C extends object>(config: C): C {
  return config
}

function fails(): never {
  throw new Error('a part of the SDK that bundles leave out')
}
