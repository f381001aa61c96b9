export const history = {
  summary: 'who changed what and when, newest first',
  description:
    "Lists every publish, rollback, pause and resume, including Wingback's automatic pauses: when (in the airline's time zone), who (in AWS, who was signed in), what, and which rulebook was live afterwards. Nothing is ever deleted.",
  options: {
    limit: 'list at most this many, up to 500',
    cursor: 'continue after an earlier page',
  },
}
