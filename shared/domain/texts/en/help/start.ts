/** `npm start -- --help`. */
export const start = {
  description: 'Runs Wingback on this machine: nothing but Node is needed, everything listens on 127.0.0.1.',
  options: {
    empty: 'without the sample',
    rulebook: 'the rulebook to publish',
    port: 'port of the API; the bus and the mail viewer take the next two, 0 takes free ones',
    data: 'keep everything there, and go on with what is there',
    identity: 'refuse a rulebook whose sender lies outside of it, as a stage with this SES identity does',
    json: 'print one line, {"console", "api", "events", "mail"}, when it is ready',
  },
}
