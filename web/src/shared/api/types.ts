/**
 * The shapes that the services answer with. Ids are UUID strings, instants ISO-8601 with offset, money in yuan unless a
 * name says `Wan` (万元). Names equal the schemas of the services' OpenAPI documents.
 */

export interface Page<T> {
  items: T[];
  total: number;
  /** 1-based. */
  page: number;
  size: number;
}

// ---------------------------------------------------------------- accounts

export type UserType = 'ENTERPRISE' | 'CHAMBER' | 'PROVIDER' | 'TALENT' | 'BANK' | 'GOVERNMENT' | 'OPERATOR';
export type Channel = 'PC' | 'WECHAT';

export interface Me {
  accountId: string;
  name: string;
  /** Masked. */
  phone: string | null;
  userType: UserType;
  enterprise: { id: string; name: string; uscc: string } | null;
  institution: { id: string; name: string; type: string } | null;
  roles: string[];
  permissions: string[];
  /** The session's token was issued before the enterprise or the roles changed: POST /bff/refresh. */
  tokenStale: boolean;
}

export interface SignInLogEntry {
  id: string;
  at: string;
  username: string;
  accountId: string | null;
  address: string | null;
  userAgent: string | null;
  result: string;
}

// ---------------------------------------------------------------- enterprises and reference data

export interface Town {
  code: string;
  name: string;
}

export interface Industry {
  code: string;
  name: string;
}

export interface InstitutionRef {
  id: string;
  name: string;
  type: string;
}

export interface EnterpriseHit {
  id: string;
  name: string;
  uscc: string;
  townName: string | null;
  industryName: string | null;
  /** Masked. */
  legalRep: string | null;
  status: string;
}

export interface EnterpriseRow extends EnterpriseHit {
  registeredCapital: number | null;
  establishedOn: string | null;
  size?: string | null;
  demo: boolean;
}

export interface EnterpriseDetail {
  id: string;
  uscc: string;
  name: string;
  legalRep: string | null;
  /** 万元 */
  registeredCapital: number | null;
  establishedOn: string | null;
  industryCode: string | null;
  industryName: string | null;
  townCode: string | null;
  townName: string | null;
  address: string | null;
  status: string;
  entityType: string;
  demo: boolean;
  shareholders: { name: string; ratio: number | null }[];
  investments: { name: string; ratio: number | null }[];
  assets: { kind: string; description: string }[];
  judicial: { kind: string; title: string; date: string | null }[];
}

export interface AccountRow {
  accountId: string;
  displayName: string;
  userType: UserType;
  enterpriseName: string | null;
  institutionName: string | null;
  roles: string[];
  channel: Channel;
  registeredAt: string;
}

// ---------------------------------------------------------------- enterprise code

export type ConsentCategory = 'BASIC' | 'INVESTMENT' | 'ASSET' | 'LEGAL' | 'TAX';

export interface StoredFile {
  id: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
}

export type ClaimStatus = 'SUBMITTED' | 'APPROVED' | 'REJECTED' | 'RETURNED' | 'WITHDRAWN';

export interface Claim {
  id: string;
  number: string;
  enterpriseId: string;
  enterpriseName: string;
  uscc: string;
  status: ClaimStatus;
  submittedAt: string;
  decidedAt: string | null;
  reason: string | null;
  consents: ConsentCategory[];
  legalRepName: string;
  agentName: string;
  /** Masked. */
  agentPhone: string;
  letterFile: StoredFile;
  version: number;
  dueOn?: string | null;
}

export interface HistoryEntry {
  at: string;
  kind: string;
  label: string;
  actor: string | null;
  note: string | null;
}

export interface ClaimDetail extends Claim {
  enterprise?: EnterpriseDetail | null;
  history: HistoryEntry[];
}

export interface ClaimRequest {
  enterpriseId: string;
  legalRep: { name: string; idNumber: string };
  agent: { name: string; phone: string };
  letterFileId: string;
  consents: ConsentCategory[];
  channel: Channel;
}

export type CodeStatus = 'ACTIVE' | 'FROZEN' | 'REVOKED';
export type CodeLevel = 'NORMAL' | 'KEY' | 'WARNED';

export interface EnterpriseCode {
  id: string;
  number: string;
  enterpriseId: string;
  enterpriseName: string;
  uscc: string;
  status: CodeStatus;
  level: CodeLevel;
  levelReason: string | null;
  issuedAt: string;
  staticContent: string | null;
  staticRevokedAt: string | null;
  version?: number;
}

export interface DynamicCode {
  content: string;
  issuedAt: string;
  expiresAt: string;
  ttlSeconds: number;
}

export interface Consent {
  category: ConsentCategory;
  label: string;
  granted: boolean;
  grantedAt: string | null;
  withdrawnAt: string | null;
}

export interface EnterpriseCard {
  enterpriseId: string;
  name: string;
  uscc: string;
  codeStatus: CodeStatus;
  codeLevel: CodeLevel;
  sections: {
    category: ConsentCategory;
    label: string;
    granted: boolean;
    items: { label: string; value: string | null }[];
  }[];
}

export type ScanSource = 'CAMERA' | 'PICTURE' | 'TYPED' | 'WECHAT';

export interface ScanResult {
  scanId: string;
  scannedAt: string;
  card: EnterpriseCard;
}

export interface ScanRecord {
  id: string;
  at: string;
  scannerName: string;
  scannerInstitution: string | null;
  source: ScanSource;
  place: string | null;
  shownCategories: ConsentCategory[];
  enterpriseName?: string | null;
}

// ---------------------------------------------------------------- policies

export type PolicyLevel = 'NATIONAL' | 'MUNICIPAL' | 'DISTRICT';
export type PolicyStatus = 'EFFECTIVE' | 'UPCOMING' | 'EXPIRED' | 'SUPERSEDED';

export interface PolicySummary {
  id: string;
  /** Stable name of the policy over its editions, such as "N01". */
  code: string;
  edition: number | string;
  title: string;
  docNumber: string | null;
  issuer: string;
  level: PolicyLevel;
  category: string;
  /** As the source gives it: a day, a month or a year. */
  publishDate: string | null;
  effectiveFrom: string | null;
  validTo: string | null;
  status: PolicyStatus;
  benefit: string | null;
  tags: string[];
  /** False shows 待核实. */
  verified: boolean;
  confidence: string;
}

export interface Facet {
  value: string;
  label: string;
  count: number;
}

export interface PolicyPage extends Page<PolicySummary> {
  facets: { levels: Facet[]; categories: Facet[]; tags: Facet[]; statuses: Facet[] };
}

export interface CriterionView {
  label: string;
  text: string;
  certain: boolean;
  group?: string | null;
}

export interface PolicyRef {
  id: string;
  code: string;
  title: string;
  docNumber: string | null;
  edition?: number | string;
  status?: PolicyStatus;
}

export interface PolicyDetail extends PolicySummary {
  summary: string;
  dept: string | null;
  criteria: CriterionView[];
  source: string | null;
  sourceUrl: string | null;
  supersededBy: PolicyRef | null;
  supersedes: PolicyRef[] | PolicyRef | null;
  editions: PolicyRef[];
  attachments: { name: string; url: string }[];
}

// ---------------------------------------------------------------- finance

export interface LoanProduct {
  id: string;
  code: string;
  title: string;
  bankId: string;
  bankName: string;
  productType: string;
  guarantee: string;
  maxAmountWan: number | null;
  termMonths: number | null;
  rateText: string;
  summary: string;
  pinned: boolean;
  status: string;
  verified: boolean;
  version?: number;
}

export interface LoanProductDetail extends LoanProduct {
  criteria: CriterionView[];
  source: string | null;
  note: string;
}

export type LoanStatus = 'SUBMITTED' | 'IN_REVIEW' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN' | 'SETTLED';
export type LoanKind = 'FIRST' | 'RENEWAL';

export interface LoanApplication {
  id: string;
  number: string;
  productId: string;
  productTitle: string;
  bankId: string;
  bankName: string;
  enterpriseId: string;
  enterpriseName: string;
  /** Yuan. */
  amount: number;
  termMonths: number;
  purpose: string;
  kind: LoanKind;
  channel: Channel;
  status: LoanStatus;
  submittedAt: string;
  grantedAmount: number | null;
  /** Percent a year. */
  grantedRate: number | null;
  grantedTermMonths: number | null;
  validUntil: string | null;
  refusalReasonCode: string | null;
  refusalReason: string | null;
  disbursedAmount: number;
  contactName: string;
  contactPhone: string;
  renewsApplicationId?: string | null;
  matchResultId?: string | null;
  version: number;
  timeline: HistoryEntry[];
}

export interface LoanApplicationRequest {
  productId: string;
  amount: number;
  termMonths: number;
  purpose: string;
  kind: LoanKind;
  renewsApplicationId?: string;
  contactName: string;
  contactPhone: string;
  consent: true;
  matchResultId?: string;
  channel: Channel;
}

// ---------------------------------------------------------------- matching

export type FactKind =
  'NUMBER' | 'INTEGER' | 'BOOLEAN' | 'DATE' | 'TEXT' | 'CHOICE' | 'MULTI_CHOICE' | 'YEARS';
export type FactSource = 'REGISTER' | 'SELF' | 'TAX' | 'DERIVED';
export type FactValue = number | boolean | string | string[] | (number | null)[] | null;

export interface Fact {
  name: string;
  label: string;
  unit: string | null;
  kind: FactKind;
  value: FactValue;
  source: FactSource | null;
  asOf: string | null;
  editable: boolean;
  min: number | null;
  max: number | null;
  choices: string[] | null;
  hint: string | null;
  formula: string | null;
}

export interface Profile {
  enterpriseId: string;
  enterpriseName: string;
  /** 0–100. */
  completeness: number;
  size: string | null;
  groups: { name: string; facts: Fact[] }[];
  taxAuthorization: { granted: boolean; at: string | null; until: string | null };
}

export type MatchOutcome = 'ELIGIBLE' | 'NEARLY' | 'INELIGIBLE' | 'UNKNOWN';
export type ConditionOutcome = 'MET' | 'NOT_MET' | 'UNKNOWN';

export interface FactRef {
  name: string;
  label: string;
}

export interface ConditionResult {
  label: string;
  clause: string | null;
  outcome: ConditionOutcome;
  actual: string | null;
  required: string;
  gapText: string | null;
  certain: boolean;
  missingFacts: FactRef[];
  children?: ConditionResult[] | null;
  /** How `children` combine. */
  choice?: 'ALL' | 'ANY' | 'BAND' | 'SCORE' | null;
  score?: { low: number; high: number; pass: number } | null;
}

interface MatchBase {
  code: string;
  title: string;
  outcome: MatchOutcome;
  /** 匹配度 0–100. */
  degree: number;
  /** 数据完整度 0–100. */
  completeness: number;
  verified: boolean;
  conditions: ConditionResult[];
  alreadyHeld?: boolean | null;
  notice?: string | null;
}

export interface PolicyMatch extends MatchBase {
  policyId: string;
  edition: number | string;
  docNumber: string | null;
  level: PolicyLevel;
  category: string;
  benefit: string | null;
  validTo: string | null;
}

export interface LoanMatch extends MatchBase {
  productId: string;
  bankName: string;
  maxAmountWan: number | null;
  rateText: string;
}

export interface MatchResult {
  id: string;
  createdAt: string;
  asOf: string;
  profileCompleteness: number;
  policies: PolicyMatch[];
  loans: LoanMatch[];
}

export interface PlanningReport {
  resultId: string;
  enterpriseName: string;
  asOf: string;
  eligible: PolicyMatch[];
  nearly: (PolicyMatch & { todo: string[] })[];
  unknown: (PolicyMatch & { fill: FactRef[] })[];
  loans: LoanMatch[];
  factsToFill: (FactRef & { decides: number })[];
  summary: { eligible: number; nearly: number; unknown: number; ineligible: number };
}

// ---------------------------------------------------------------- messages

export interface Message {
  id: string;
  kind: string;
  title: string;
  body: string;
  link: string | null;
  createdAt: string;
  readAt: string | null;
}

// ---------------------------------------------------------------- statistics

export interface CountByKey {
  key: string;
  label: string;
  count: number;
}

export interface Dashboard {
  updatedAt: string;
  totals: {
    registeredUsers: number;
    registeredUsersToday: number;
    orders: number;
    ordersToday: number;
    orderAmount: number;
    orderAmountToday: number;
  };
  usersPerDay: { date: string; count: number }[];
  ordersPerDay: { date: string; count: number; amount: number }[];
  userSources: CountByKey[];
  orderSources: CountByKey[];
  orderStatuses: CountByKey[];
}

export interface PublicFigures {
  registeredUsers: number;
  disbursedWan: number;
  providers: number | null;
  policies: number;
  loanProducts: number;
  certifiedEnterprises: number;
}

export interface TickerItem {
  text: string;
  at: string;
  kind: string;
}
