const PATH = 'a mapping, or the folder with wingback.yaml'

export const connect = {
  summary: 'try the mappings by which messages of other systems become events',
  description:
    'A mapping is a file in connectors/ of a rulebook: it says what the codes in the messages of one airport, reservation system or help desk mean. None of these commands needs a running Wingback.',
  validate: {
    summary: 'the errors of mappings, with their place',
    arguments: { path: PATH },
  },
  test: {
    summary: 'check that messages become the events that their examples say',
    description:
      'Translates the messages in connectors/examples/NAME/ and compares what comes of each with the file beside it: late.xml with late.xml.json, an array of events. Messages in a folder of their own play one after the other. known.yaml there says what is known beside the messages: schedules, bookings, cards. Exit code 1 if anything differs.',
    arguments: { path: PATH },
  },
  try: {
    summary: 'what becomes of a message',
    description:
      'Translates one message and prints its events, one JSON a line: `wingback replay` takes them. It also says what is set aside, and of what nothing comes. Nothing is sent, and nothing is kept.',
    arguments: {
      mapping: 'a mapping, such as campaigns/connectors/my-airport.yaml',
      message: 'a file with the message, as it comes in',
    },
    options: { known: 'what is known beside it: schedules, bookings, cards (default: known.yaml beside the message)' },
  },
}
