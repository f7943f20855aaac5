/** Where the report's links lead, which differs from app to app. */
export interface ReportPaths {
  policy: (code: string) => string;
  loan: (code: string) => string;
  fact: (name: string) => string;
  /** What is not met, which the report leaves out. */
  ineligible: string;
  /** The result that it was made of; absent where there is no page of it. */
  result?: (id: string) => string;
}
