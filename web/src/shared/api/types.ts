/**
 * The shapes that the services answer with, under the names that the pages use. They are the schemas of the services'
 * OpenAPI documents (`npm run api` writes them from openapi/), so a page that expects something else does not compile.
 * Absent values are left out, never null. Ids are UUID strings, instants ISO-8601 with offset, money in yuan unless a name
 * says `Wan` (万元).
 */
import type { components as Auth } from './schema/auth-service';
import type { components as Code } from './schema/enterprise-code-service';
import type { components as Finance } from './schema/finance-service';
import type { components as Matching } from './schema/matching-service';
import type { components as Messages } from './schema/message-service';
import type { components as Ops } from './schema/ops-service';
import type { components as Policies } from './schema/policy-service';
import type { components as Stats } from './schema/stats-service';
import type { components as Users } from './schema/user-service';

/** One page of any list; the documents have one such schema for each kind of item. */
export interface Page<T> {
  items: T[];
  total: number;
  /** 1-based. */
  page: number;
  size: number;
}

// ---------------------------------------------------------------- accounts

export type Me = Auth['schemas']['Me'];
/** How a sign-in goes on: done, or what is still asked for. */
export type SignedIn = Auth['schemas']['SignedIn'];
export type SignedInDevice = Auth['schemas']['SignedInDevice'];
/** An outside identity provider, and whether the own account is bound there. */
export type MyIdentity = Auth['schemas']['MyIdentity'];
/** What a browser is told to make a passkey, in the words of WebAuthn. */
export type PasskeyCreation = Auth['schemas']['CreationOptions'];
/** A passkey as its owner sees it. */
export type Passkey = Auth['schemas']['Passkey'];
export type SecondFactorState = Auth['schemas']['SecondFactorState'];
export type Channel = Auth['schemas']['Registration']['channel'];

/** A key of the open interface, as staff see it; and as the one does who applied for it. */
/** 接入应用: another system that people sign in to with their account of the platform. */
export type ConnectedApp = Auth['schemas']['AppView'];
export type AppScope = ConnectedApp['scopes'][number];
/** One that may know who the signed-in person is. */
export type AllowedApp = Auth['schemas']['AllowedApp'];
export type ConsentQuestion = Auth['schemas']['ConsentQuestion'];
export type ApiKey = Auth['schemas']['KeyView'];
export type MyApiKey = Auth['schemas']['MyKey'];
export type DrawnApiKey = Auth['schemas']['DrawnKey'];
export type DrawnWebhook = Auth['schemas']['DrawnWebhook'];
export type WebhookDelivery = Auth['schemas']['Delivery'];
export type WebhookChoice = Auth['schemas']['EventChoice'];
export type ApiScope = Auth['schemas']['ScopeView'];
export type ApiCall = Auth['schemas']['CallRow'];
export type ApiDay = Auth['schemas']['DayCount'];

// ---------------------------------------------------------------- enterprises and reference data

export type EnterpriseHit = Users['schemas']['EnterpriseHit'];
export type EnterpriseRow = Users['schemas']['EnterpriseRow'];
export type EnterpriseDetail = Users['schemas']['EnterpriseDetail'];

export type ReferenceItem = Users['schemas']['ReferenceItem'];
export type ReferenceKind = ReferenceItem['kind'];
export type ImportReport = Users['schemas']['Report'];

export type PermissionTree = Users['schemas']['PermissionTree'];
export type RoleRow = Users['schemas']['RoleRow'];
/** A field of which a role can say who sees it. */
export type SensitiveField = Users['schemas']['SensitiveFieldRow'];
export type ScopedResource = Users['schemas']['ScopedResourceRow'];
export type SaidScope = Users['schemas']['SaidScope'];
export type PublicInstitutionName = Users['schemas']['Institution'];
export type Town = Users['schemas']['Town'];
export type FieldRule = SensitiveField['most'];
export type RoleDetail = Users['schemas']['RoleDetail'];
/** A role that people of an institution may have, and whether the caller may give it. */
export type Grantable = Users['schemas']['Grantable'];
export type Colleague = Users['schemas']['Colleague'];
export type ColleagueRole = Colleague['role'];
export type StaffRow = Users['schemas']['StaffRow'];
export type StaffDetail = Users['schemas']['StaffDetail'];
export type InstitutionRow = Users['schemas']['InstitutionRow'];
export type InstitutionDetail = Users['schemas']['InstitutionDetail'];
export type InstitutionType = InstitutionRow['type'];
export type Admission = Users['schemas']['Admission'];
export type EnterpriseAccountRow = Users['schemas']['EnterpriseAccountRow'];
/** Whoever has it sets the password, once. */
export type OneTimeLink = Users['schemas']['OneTimeLink'];

// ---------------------------------------------------------------- enterprise code

export type StoredFile = Code['schemas']['StoredFile'];
export type Claim = Code['schemas']['Claim'];
/** What the register tells about an enterprise whose code is claimed or scanned. */
export type RegisterBasics = Code['schemas']['RegisterBasics'];
/** A claim with what a reviewer compares it with; `register` is absent while the register cannot be asked. */
export type ClaimDetail = Code['schemas']['ClaimDetail'];
/** What became of one claim of a batch; `code` and `detail` say why it was not approved. */
export type BatchResult = Code['schemas']['BatchResult'];
export type ClaimRequest = Code['schemas']['ClaimForm'];
export type EnterpriseCode = Code['schemas']['EnterpriseCode'];
export type CodeStatus = EnterpriseCode['status'];
export type CodeLevel = EnterpriseCode['level'];
export type DynamicCode = Code['schemas']['DynamicCode'];
export type Consent = Code['schemas']['Consent'];
export type ConsentCategory = Consent['category'];
/** Who scans, as an enterprise tells them apart. */
export type ScannerKind = Consent['scanners'][number];
/** One version of a consent. */
export type ConsentChange = Code['schemas']['ConsentChange'];
/** That somebody saw data of the enterprise, by a scan or on a loan application. */
export type Reading = Code['schemas']['Reading'];
/** One purpose for which a service processes data. */
export type Processing = Code['schemas']['Processing'];
export type EnterpriseCard = Code['schemas']['EnterpriseCard'];
export type ScanSource = Code['schemas']['ScanRequest']['source'];
export type ScanResult = Code['schemas']['ScanResult'];
/** One step in the certification of the enterprise. */
export type Certification = Code['schemas']['Certification'];
/** A code of a service or a venue, as the console keeps it, and as it opens for whoever scans it. */
export type ServiceCode = Code['schemas']['ServiceCodeView'];
export type ServiceCodeForm = Code['schemas']['ServiceCodeForm'];
export type OfferView = Code['schemas']['OfferView'];
export type OpenedServiceCode = Code['schemas']['OpenedServiceCode'];
/** What the portal says of the enterprise code, kept in the console. */
export type AboutContent = Code['schemas']['AboutContent'];
/** A scan as the enterprise reads it. */
export type ScanRecord = Code['schemas']['ScanRecord'];

// ---------------------------------------------------------------- policies

export type PolicySummary = Policies['schemas']['PolicySummary'];
export type PolicyCategory = PolicySummary['category'];
export type Facet = Policies['schemas']['Facet'];
export type PolicyPage = Policies['schemas']['PolicyPage'];
export type CriterionView = Policies['schemas']['CriterionView'];
export type PolicyRef = Policies['schemas']['PolicyRef'];
export type PolicyDetail = Policies['schemas']['PolicyDetail'];

/** A policy in the console, in its newest edition whatever its publication. */
export type ManagedPolicy = Policies['schemas']['ManagedPolicy'];
/** An edition that is being written, and its row in the list. */
export type PolicyDraft = Policies['schemas']['DraftDetail'];
/** The text that it is written from, with what was proposed for its sentences and what a person made of each. */
export type DraftReading = Policies['schemas']['DraftReading'];
export type ReadingItem = DraftReading['items'][number];
export type Proposal = Policies['schemas']['Proposal'];
export type PolicyDraftRow = Policies['schemas']['DraftSummary'];
export type DraftContent = Policies['schemas']['DraftContent'];
/** A profile with the outcome that it has to have, and how it came out. */
export type GoldenCase = Policies['schemas']['GoldenCase'];
export type CaseOutcome = Policies['schemas']['Outcome'];
/** A fact that conditions can name. */
export type ComparableFact = Policies['schemas']['ComparableFact'];
export type CriteriaFault = Policies['schemas']['CriteriaFault'];
/** A condition that asks for another figure than the words that it quotes. */
export type QuoteDifference = Policies['schemas']['QuoteDifference'];
/** Of policies alone it is said what differs from its quote. */
export type CriteriaAnswer = Omit<Policies['schemas']['Previewed'], 'differences'> & {
  differences?: QuoteDifference[];
};
/** What a draft would change, and for how many. */
export type SandboxSummary = Matching['schemas']['SandboxSummary'];
export type SandboxMoney = Matching['schemas']['SandboxMoney'];
export type SandboxBenefit = Matching['schemas']['SandboxBenefit'];
export type SandboxSlice = Matching['schemas']['SandboxSlice'];
export type SandboxChange = NonNullable<Matching['schemas']['SandboxFigure']['change']>;

// ---------------------------------------------------------------- finance

export type LoanProduct = Finance['schemas']['LoanProductView'];
export type ManagedProduct = Finance['schemas']['ManagedProduct'];
export type Suspension = Finance['schemas']['Suspension'];
export type LoanProductDetail = Finance['schemas']['LoanProductDetail'];
export type RepaymentWay = LoanProduct['repayments'][number];
/** What a bank enters of a product, whole, and as it is typed. */
export type ProductEntry = Finance['schemas']['EntryDetail'];
export type ProductContent = Finance['schemas']['ProductContent'];
/** Whether the next loan would be the first, and which earlier ones it could renew. */
export type KindOfNextLoan = Finance['schemas']['KindOfNextLoan'];
/** `amount` in yuan, `grantedRate` in percent a year; the timeline is empty in lists. */
export type LoanApplication = Finance['schemas']['LoanApplicationView'];
/** A file that an enterprise hands in with its application. */
export type ApplicationFile = Finance['schemas']['ApplicationFile'];
/** What a bank's file of answers does. */
export type BankAnswers = Finance['schemas']['AnswersOutcome'];
/** 企业信息报告 as a bank read it. */
export type EnterpriseReport = Finance['schemas']['EnterpriseReport'];
export type PromiseView = Finance['schemas']['PromiseView'];
export type PromiseSummary = Finance['schemas']['BoardSummary'];
export type PromiseRow = Finance['schemas']['BoardRow'];
export type PromiseTerm = Finance['schemas']['TermRow'];
export type CalendarYear = Users['schemas']['CalendarYear'];
export type LoanStatus = LoanApplication['status'];
export type LoanKind = LoanApplication['kind'];
export type LoanApplicationRequest = Finance['schemas']['Submit'];
/** What an enterprise typed of an application and has not handed in; `amountWan` as typed. */
export type LoanDraft = Finance['schemas']['LoanDraftView'];
export type LoanDraftTyped = Finance['schemas']['Typed'];
/** What an enterprise needs, without whose it is; `amount` in yuan. */
export type FinancingDemand = Finance['schemas']['DemandView'];
export type MyDemand = Finance['schemas']['MyDemand'];
export type DemandClaim = Finance['schemas']['ClaimView'];
/** `rate` in percent a year. */
export type DemandOffer = Finance['schemas']['OfferView'];
export type DemandRequest = Finance['schemas']['PostDemand'];
export type ChooseOffer = Finance['schemas']['ChooseOffer'];
/** 融资资讯, 金融行业动态, 金融直通车: in a list, whole, as staff see it, and as it is typed. */
export type Article = Finance['schemas']['ArticleView'];
export type Cover = Finance['schemas']['Cover'];
export type ManagedArticle = Finance['schemas']['ManagedArticle'];
export type ArticleContent = Finance['schemas']['ArticleContent'];
/** 金融活动: as everybody sees it, as its organiser does, and as it is typed. */
export type Activity = Finance['schemas']['ActivityView'];
export type ManagedActivity = Finance['schemas']['ManagedActivity'];
export type ActivityContent = Finance['schemas']['ActivityContent'];
export type MySignUp = Finance['schemas']['MySignUp'];
export type ActivitySignUp = Finance['schemas']['SignUpView'];
export type SignUpRequest = Finance['schemas']['SignUpRequest'];
/** 小微融资协调: visits, cases, what banks answer; amounts in yuan, `grantedRate` in percent a year. */
export type Visit = Finance['schemas']['VisitView'];
export type VisitFile = Finance['schemas']['VisitFile'];
export type RecordVisit = Finance['schemas']['RecordVisit'];
export type CoordinationCase = Finance['schemas']['CaseView'];
export type DeclareNeed = Finance['schemas']['DeclareNeed'];
export type CriterionFinding = Finance['schemas']['Finding'];
export type CaseCheck = Finance['schemas']['CheckView'];
export type Recommendation = Finance['schemas']['RecommendationView'];
export type BankAnswer = Finance['schemas']['AnswerView'];
export type CriteriaEdition = Finance['schemas']['CriteriaView'];
export type Criterion = Finance['schemas']['Criterion'];
export type CoordinationFigures = Finance['schemas']['CoordinationFigures'];

// ---------------------------------------------------------------- ops

/** A finished case, with its evaluation once there is one. */
export type MyCase = Ops['schemas']['MyCase'];
export type MyEvaluation = NonNullable<MyCase['evaluation']>;
export type GiveEvaluation = Ops['schemas']['GiveEvaluation'];
export type EvaluateAgain = Ops['schemas']['GiveAgain'];
/** As staff see it. */
export type Evaluation = Ops['schemas']['EvaluationView'];
export type EvaluationDetail = Ops['schemas']['EvaluationDetail'];
export type Grade = Evaluation['grade'];
/** As everybody reads it. */
export type PublicEvaluation = Ops['schemas']['PublicEvaluation'];
/** `average` from 1 to 5, shares in percent. */
export type EvaluationFigure = Ops['schemas']['EvaluationFigures']['all'];
export type PublishedFigure = Ops['schemas']['PublishedFigures']['all'];

// ---------------------------------------------------------------- matching

export type FactValue = number | boolean | string | string[] | (number | null)[] | null;
/** The document leaves the type of a value open: it depends on the kind. */
export type Fact = Omit<Matching['schemas']['Fact'], 'value'> & { value?: FactValue };
export type Profile = Omit<Matching['schemas']['Profile'], 'groups'> & {
  groups: { name: string; facts: Fact[] }[];
};
export type FactRef = Matching['schemas']['FactRef'];
export type ConditionResult = Matching['schemas']['ConditionResult'];
export type ConditionOutcome = ConditionResult['outcome'];
export type ExcludedPolicy = Matching['schemas']['ExcludedPolicy'];
export type PolicyMatch = Matching['schemas']['PolicyMatch'];
export type LoanMatch = Matching['schemas']['LoanMatch'];
export type AmountEstimate = Matching['schemas']['AmountEstimate'];
/** What would raise the loans that an enterprise could have, by the products' own rules. */
export type CreditAdvice = Matching['schemas']['CreditAdvice'];
export type AdvisedProduct = Matching['schemas']['AdvisedProduct'];
export type CreditStep = Matching['schemas']['CreditStep'];
export type UnmatchedPolicy = Matching['schemas']['UnmatchedPolicy'];
export type MatchOutcome = PolicyMatch['outcome'];
/** Whether policies and loans are put in an order by the profile. */
export type RecommendationChoice = Matching['schemas']['RecommendationChoice'];
export type MatchResult = Matching['schemas']['MatchResult'];
/** Unwrapped parts lose their `required` in the document: a nearly met and an undecided policy are matches with more. */
export type PlanningReport = Omit<Matching['schemas']['PlanningReport'], 'nearly' | 'unknown'> & {
  nearly: (PolicyMatch & Pick<Matching['schemas']['Nearly'], 'todo' | 'steps'>)[];
  unknown: (PolicyMatch & Pick<Matching['schemas']['Undecided'], 'fill'>)[];
};

/** Which facts decide most, in which order. */
export type NextFacts = Matching['schemas']['NextFacts'];
export type BenefitRange = Matching['schemas']['BenefitRange'];
/** A report that was issued under a number. */
export type IssuedReport = Matching['schemas']['IssuedReport'];
export type ReportCheck = Matching['schemas']['ReportCheck'];

/** What a self-check asks for; signed in with the values of the profile. */
export type SelfCheckForm = Omit<Matching['schemas']['SelfCheckForm'], 'steps'> & {
  steps: { name: string; facts: Fact[] }[];
};
export type CodeChoice = Matching['schemas']['CodeChoice'];
export type PolicyCheck = Matching['schemas']['PolicyCheck'];
export type LoanCheck = Matching['schemas']['LoanCheck'];
export type SrdiCheck = Matching['schemas']['SrdiCheck'];
export type SrdiGrade = SrdiCheck['grades'][number];
/** How all enterprises came out for one policy or product. */
export type ReverseSummary = Matching['schemas']['ReverseSummary'];
export type AudienceSummary = Matching['schemas']['AudienceSummary'];
/** One of them. */
export type ReverseRow = Matching['schemas']['ReverseRow'];
export type PushStanding = Matching['schemas']['PushStanding'];
/** 标签库: a tag in its list, with its rule, who has it, and as one enterprise has it. */
export type LibraryTag = Matching['schemas']['TagRow'];
export type TagDetail = Matching['schemas']['TagDetail'];
export type TagHolder = Matching['schemas']['TagHolder'];
export type FactRow = Matching['schemas']['FactEntry'];
export type FactDetail = Matching['schemas']['FactUse'];
export type FactPast = Matching['schemas']['FactPast'];
export type FactPreview = Matching['schemas']['FormulaPreview'];
export type FormulaFault = Matching['schemas']['FormulaFault'];
export type EnterpriseTag = Matching['schemas']['EnterpriseTag'];
/** 指标字典: a fact as it is defined. */
export type FactEntry = Matching['schemas']['FactEntry'];
export type ScoreSheet = Matching['schemas']['ScoreSheet'];

// ---------------------------------------------------------------- messages

export type Message = Messages['schemas']['MessageView'];
/** 通知: what operators tell many people at once. */
export type NotificationDetail = Messages['schemas']['NotificationDetail'];
/** What an operator types of it. */
export type NotificationContent = Messages['schemas']['NotificationContent'];
export type NotificationPreview = Messages['schemas']['Preview'];
/** 系统消息: one kind of notice with its words. */
export type NoticeTemplate = Messages['schemas']['TemplateDetail'];
export type NoticeContent = Messages['schemas']['TemplateContent'];
export type NoticeCondition = NoticeContent['conditions'][number];
/** Whom it is for. */
export type Audience = Messages['schemas']['Conditions'];
/** 消息设置: how a person wants to be told. */
export type MessageSettings = Messages['schemas']['MySettingsView'];
export type SmsState = Messages['schemas']['SmsAttempt']['state'];
export type WeChatState = Messages['schemas']['WeChatAttempt']['state'];
export type MessageSettingsChange = Messages['schemas']['MySettingsChange'];
/** 政策主题订阅. */
export type PolicyTopic = Messages['schemas']['PolicyTopic'];
export type PolicyTopicContent = Messages['schemas']['TopicContent'];
/** 未送达通知. */
/** A list too long for one request, written to a file in the background; as who asked for it sees it. */
export type ExportJob = Ops['schemas']['ExportJobView'];
export type UndeliveredMessage = Messages['schemas']['Undelivered'];
export type ResendOutcome = Messages['schemas']['Outcome'];
export type NotificationReceiver = Messages['schemas']['Receiver'];

// ---------------------------------------------------------------- statistics

export type CountByKey = Stats['schemas']['Share'];
export type PolicyFunnel = Stats['schemas']['PolicyFunnel'];
export type Dashboard = Stats['schemas']['Dashboard'];

// ---------------------------------------------------------------- declarations

export type Project = Policies['schemas']['ProjectView'];
export type ProjectDetail = Policies['schemas']['ProjectDetail'];
/** What is said of a project when it is made or changed. */
export type ProjectContent = Policies['schemas']['ProjectContent'];
export type FormDesign = Policies['schemas']['FormDesign'];
export type FormField = Policies['schemas']['Field'];
export type FormColumn = Policies['schemas']['Column'];
export type FieldType = FormField['type'];
/** A paper that is handed in with a declaration. */
export type Material = Policies['schemas']['Material'];
export type ProjectStep = Policies['schemas']['Step'];
/** What anybody is told who has the number of a receipt. */
export type ReceiptCheck = Policies['schemas']['ReceiptCheck'];
export type DeclarationRow = Policies['schemas']['DeclarationView'];
export type Declaration = Policies['schemas']['DeclarationDetail'];
export type DeclarationFile = Policies['schemas']['DeclarationFile'];
export type Eligibility = Policies['schemas']['Eligibility'];

// ---------------------------------------------------------------- redemptions

/** How much is paid. */
export type FixedAmount = Policies['schemas']['FixedAmount'];
export type RatioAmount = Policies['schemas']['RatioAmount'];
export type TieredAmount = Policies['schemas']['TieredAmount'];
export type AmountTier = Policies['schemas']['Tier'];
export type AmountRule = FixedAmount | RatioAmount | TieredAmount;
export type PolicyDesk = Policies['schemas']['Desk'];
export type DeskFigure = Policies['schemas']['DeskFigure'];
export type RedemptionProject = Policies['schemas']['RedemptionProjectView'];
/** With its conditions as a tree. */
export type RedemptionProjectDetail = Policies['schemas']['RedemptionProjectDetail'];
/** What is said of a project when it is made or changed. */
export type RedemptionEligibility = Policies['schemas']['RedemptionEligibility'];
export type RedemptionContent = Policies['schemas']['RedemptionContent'];
export type RedemptionRow = Policies['schemas']['RedemptionView'];
export type OfferSum = Policies['schemas']['OfferSum'];
/** What was found of an application before it is paid. */
export type PaymentCheck = Policies['schemas']['PaymentCheckView'];
export type Redemption = Policies['schemas']['RedemptionDetail'];
export type RedemptionStatus = RedemptionRow['status'];
export type RedemptionClaim = Policies['schemas']['RedemptionClaim'];
export type LedgerLine = Policies['schemas']['LedgerLine'];
/** Money that came back after it was paid. */
export type PaymentReturn = Policies['schemas']['ReturnView'];
export type ExpressProject = Policies['schemas']['ExpressProject'];
export type PublicNotice = Policies['schemas']['PublicNotice'];
/** An objection as its author reads it, and as the department does. */
export type MyObjection = Policies['schemas']['MyObjection'];
export type Objection = Policies['schemas']['ObjectionView'];
export type PaymentBatch = Policies['schemas']['BatchDetail'];
export type BatchItem = Policies['schemas']['BatchItem'];
