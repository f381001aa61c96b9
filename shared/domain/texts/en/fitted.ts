/** What a draft is called that brings a model fitted by itself. */
export const fitted = {
  churn: (month: string) => `Churn model of ${month}`,
  lifetime: (month: string) => `Lifetime model of ${month}`,
}
