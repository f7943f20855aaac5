package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanAnsweredBySystem;
import cn.zhengqi.finance.api.LoanApplicationAccepted;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationAssigned;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanFact;
import cn.zhengqi.finance.api.LoanFilesAdded;
import cn.zhengqi.finance.api.LoanGrantExpired;
import cn.zhengqi.finance.api.LoanGrantExpiring;
import cn.zhengqi.finance.api.LoanMaterialAsked;
import cn.zhengqi.finance.api.LoanMaterialSupplied;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.finance.api.LoanPromiseExtended;
import cn.zhengqi.finance.api.LoanSettled;
import cn.zhengqi.finance.api.OfficeDecidedOnProduct;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Term;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of loan applications: to the enterprise, and to those of the bank who handle them, for whom the link is open. */
@Configuration(proxyBeanMethods = false)
class FinanceNotices {

    private static final String NAME = "notices";

    /** Of finance-service. */
    private static final String HANDLE_APPLICATIONS = "finance.application.handle";

    private static final String SUPERVISE_ANSWERS = "finance.promise.supervise";

    private static final String OWN_PRODUCTS = "finance.product.own";

    private static final String MINE = "/my/applications/${申请标识}";
    private static final String DESK = "/applications/${申请标识}";
    private static final String PRODUCTS = "/products";
    private static final String OFFICERS = "银行经办人员";
    private static final String ENTERPRISE = "申请企业";

    private static final NoticeKind<LoanApplicationSubmitted> TO_HANDLE = NoticeKind.<LoanApplicationSubmitted>of(
                    NoticeGroup.LOAN, "loan.to-handle", "企业提交融资申请", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .knows(Variable.yuan("申请金额", "申请的贷款金额", "50 万元", it -> it.amount()))
            .knows(PromiseKinds.answered(
                    "承诺的答复日期", LoanApplicationSubmitted::answerBy, LoanApplicationSubmitted::answerAt))
            .says("新的融资申请待受理", "${企业名称}申请“${产品名称}”${申请金额}（${申请编号}），请及时受理[[，并于 ${答复期限}答复]]。", DESK);

    private static final NoticeKind<LoanApplicationSubmitted> SUBMITTED = NoticeKind.<LoanApplicationSubmitted>of(
                    NoticeGroup.LOAN, "loan.submitted", "企业提交融资申请", ENTERPRISE)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .knows(Variable.yuan("申请金额", "申请的贷款金额", "50 万元", it -> it.amount()))
            .knows(PromiseKinds.answered(
                    "承诺的答复日期", LoanApplicationSubmitted::answerBy, LoanApplicationSubmitted::answerAt))
            .says("融资申请已提交", "“${产品名称}”的申请（${申请编号}）已送达${银行名称}，申请金额 ${申请金额}。[[银行将于 ${答复期限}答复。]]", MINE);

    private static final NoticeKind<LoanApplicationAccepted> ACCEPTED = NoticeKind.<LoanApplicationAccepted>of(
                    NoticeGroup.LOAN, "loan.accepted", "银行受理融资申请", ENTERPRISE)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .says("银行已受理融资申请", "${银行名称}已受理贵企业的“${产品名称}”申请（${申请编号}），正在审批。", MINE);

    private static final NoticeKind<LoanMaterialAsked> MATERIAL_ASKED = NoticeKind.<LoanMaterialAsked>of(
                    NoticeGroup.LOAN, "loan.material-asked", "银行要求补充材料", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .knows(Variable.<LoanMaterialAsked>text("补充内容", "银行要求补充的内容", "近三个月的银行流水", LoanMaterialAsked::what)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("银行要求补充材料", "${银行名称}审批“${产品名称}”（${申请编号}）需要补充：${补充内容}。补充前银行的答复时限暂停计算。", MINE);

    private static final NoticeKind<LoanPromiseExtended> ANSWER_EXTENDED = NoticeKind.<LoanPromiseExtended>of(
                    NoticeGroup.LOAN, "loan.answer-extended", "银行延长答复时限", ENTERPRISE)
            .mandatory(Because.PROMISE)
            .heldBy(it -> it.parties().bankId())
            .knows(Variable.text("银行名称", "受理申请的银行", "示例银行", it -> it.parties().bankName()))
            .knows(Variable.<LoanPromiseExtended>text(
                            "产品名称", "所申请的贷款产品", "云税贷", it -> it.parties().productTitle())
                    .required())
            .knows(Variable.text(
                    "申请编号", "融资申请的编号", "RZ2026112800001", it -> it.parties().number()))
            .knows(Variable.id("申请标识", "融资申请", it -> it.parties().applicationId()))
            .knows(PromiseKinds.moved(LoanPromiseExtended::extended))
            .says("银行延长了答复时限", "${银行名称}审批“${产品名称}”（${申请编号}）" + PromiseKinds.moved("答复"), MINE);

    private static final NoticeKind<LoanMaterialSupplied> MATERIAL_SUPPLIED = NoticeKind.<LoanMaterialSupplied>of(
                    NoticeGroup.LOAN, "loan.material-supplied", "企业补充材料", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .says("企业已补充材料", "${企业名称}已补充“${产品名称}”申请（${申请编号}）的材料，请继续审批。", DESK);

    private static final NoticeKind<LoanFilesAdded> FILES_ADDED = NoticeKind.<LoanFilesAdded>of(
                    NoticeGroup.LOAN, "loan.files-added", "企业补交文件", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .says("企业补交了文件", "${企业名称}为“${产品名称}”申请（${申请编号}）补交了文件。", DESK);

    private static final NoticeKind<LoanApplicationApproved> APPROVED = NoticeKind.<LoanApplicationApproved>of(
                    NoticeGroup.LOAN, "loan.approved", "融资申请审批通过", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .knows(Variable.<LoanApplicationApproved>yuan("授信额度", "银行批准的额度", "50 万元", it -> it.grantedAmount())
                    .required())
            .knows(Variable.<LoanApplicationApproved>percent(
                            "年利率",
                            "银行批准的年利率",
                            "3.65%",
                            it -> it.annualRate().stripTrailingZeros().toPlainString() + "%")
                    .required())
            .knows(Variable.<LoanApplicationApproved>text("期限", "贷款期限", "1 年", it -> Term.format(it.termMonths()))
                    .required())
            .knows(Variable.<LoanApplicationApproved>text(
                            "提款截止日", "授信的最后一天，当日仍可提款", "2027年11月28日", it -> Days.inWords(it.validUntil()))
                    .optional())
            .says(
                    "融资申请审批通过",
                    "${银行名称}已批准“${产品名称}”（${申请编号}）：授信额度 ${授信额度}，年利率 ${年利率}，期限 ${期限}[[，授信有效期至 ${提款截止日}，请在有效期内提款]]。",
                    MINE);

    private static final NoticeKind<LoanApplicationRefused> REFUSED = NoticeKind.<LoanApplicationRefused>of(
                    NoticeGroup.LOAN, "loan.refused", "融资申请审批不通过", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .knows(Variable.<LoanApplicationRefused>text("原因", "银行选择的原因和说明", "经营年限不足：成立未满一年", FinanceNotices::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("融资申请审批不通过", "${银行名称}未批准“${产品名称}”（${申请编号}）。原因：${原因}", MINE);

    private static String reason(LoanApplicationRefused refused) {
        return refused.reasonLabel() == null ? refused.reason() : refused.reasonLabel() + "：" + refused.reason();
    }

    private static final NoticeKind<LoanApplicationWithdrawn> WITHDRAWN = NoticeKind.<LoanApplicationWithdrawn>of(
                    NoticeGroup.LOAN, "loan.withdrawn", "企业撤回融资申请", OFFICERS)
            .toDesks()
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .says("企业撤回了融资申请", "${企业名称}撤回了“${产品名称}”申请（${申请编号}）。", DESK);

    private static final NoticeKind<LoanDisbursed> DISBURSED = NoticeKind.<LoanDisbursed>of(
                    NoticeGroup.LOAN, "loan.disbursed", "贷款放款", ENTERPRISE)
            .mandatory(Because.MONEY)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .knows(Variable.text("放款日", "放款的日期", "2026年11月28日", it -> BusinessTime.inWords(it.disbursedOn())))
            .knows(Variable.<LoanDisbursed>yuan("放款金额", "本次放款的金额", "20 万元", it -> it.amount())
                    .required())
            .knows(Variable.yuan("累计放款", "连同本次已放款的金额", "50 万元", it -> it.total()))
            .says("贷款已放款", "${银行名称}于 ${放款日}发放“${产品名称}”${放款金额}，累计放款 ${累计放款}。", MINE);

    private static final NoticeKind<LoanGrantExpired> EXPIRED = NoticeKind.<LoanGrantExpired>of(
                    NoticeGroup.LOAN, "loan.expired", "授信过期", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .knows(Variable.text("有效期", "授信的最后一天", "2026年11月27日", it -> BusinessTime.inWords(it.validUntil())))
            .says("授信已过期", "“${产品名称}”（${申请编号}）的授信有效期至 ${有效期}，到期未提款，已过期；如仍需要贷款，请重新申请。", MINE);

    private static final NoticeKind<LoanGrantExpired> EXPIRED_AT_BANK = NoticeKind.<LoanGrantExpired>of(
                    NoticeGroup.LOAN, "loan.expired-at-bank", "授信过期", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .knows(Variable.text("有效期", "授信的最后一天", "2026年11月27日", it -> BusinessTime.inWords(it.validUntil())))
            .says("授信已过期", "${企业名称}的“${产品名称}”（${申请编号}）授信有效期至 ${有效期}，到期未提款，已过期。有效期内已放款而未登记的，请尽快登记放款。", DESK);

    private static final NoticeKind<LoanGrantExpiring> EXPIRING = NoticeKind.<LoanGrantExpiring>of(
                    NoticeGroup.LOAN, "loan.expiring", "授信即将到期", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.parties().bankId())
            .knows(parties(LoanGrantExpiring::parties))
            .knows(lastDay())
            .says("授信即将到期", "“${产品名称}”（${申请编号}）的授信有效期至 ${有效期}（含当日），尚未提款；到期未提款的授信将过期。", MINE);

    private static final NoticeKind<LoanGrantExpiring> EXPIRING_AT_BANK = NoticeKind.<LoanGrantExpiring>of(
                    NoticeGroup.LOAN, "loan.expiring-at-bank", "授信即将到期", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().bankId())
            .knows(parties(LoanGrantExpiring::parties))
            .knows(lastDay())
            .says("授信即将到期", "${企业名称}的“${产品名称}”（${申请编号}）授信有效期至 ${有效期}（含当日），尚未登记放款；到期未提款的授信将过期。", DESK);

    private static final NoticeKind<LoanAnsweredBySystem> ANSWERED_BY_SYSTEM = NoticeKind.<LoanAnsweredBySystem>of(
                    NoticeGroup.LOAN, "loan.answered-by-system", "银行系统办理融资申请", "办理该申请的银行经办人员")
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().bankId())
            .knows(parties(LoanAnsweredBySystem::parties))
            .knows(Variable.<LoanAnsweredBySystem>text("办理结果", "银行系统所做的办理", "审批通过", LoanAnsweredBySystem::what)
                    .required())
            .knows(Variable.text("系统名称", "银行的系统", "示例银行 信贷系统", LoanAnsweredBySystem::systemName))
            .says("银行系统办理了融资申请", "${企业名称}“${产品名称}”申请（${申请编号}）已由本行系统（${系统名称}）通过接口办理：${办理结果}。", DESK);

    private static Variable<LoanGrantExpiring> lastDay() {
        return Variable.<LoanGrantExpiring>text(
                        "有效期", "授信的最后一天", "2026年11月27日", it -> BusinessTime.inWords(it.validUntil()))
                .required();
    }

    private static final NoticeKind<LoanSettled> SETTLED = NoticeKind.<LoanSettled>of(
                    NoticeGroup.LOAN, "loan.settled", "贷款结清", ENTERPRISE)
            .heldBy(LoanFact::bankId)
            .knows(parties())
            .says("贷款已结清", "“${产品名称}”（${申请编号}）已结清，感谢使用平台融资服务。", MINE);

    private static final NoticeKind<LoanApplicationAssigned> ASSIGNED = NoticeKind.<LoanApplicationAssigned>of(
                    NoticeGroup.LOAN, "loan.assigned", "融资申请分派或转办", "接办的银行经办人员")
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().bankId())
            .knows(assigned())
            .says("有融资申请交由您办理", "${经手人}将${企业名称}的“${产品名称}”申请（${申请编号}）交由您办理[[，原因：${原因}]]。", DESK);

    private static final NoticeKind<LoanApplicationAssigned> TAKEN_OVER = NoticeKind.<LoanApplicationAssigned>of(
                    NoticeGroup.LOAN, "loan.taken-over", "融资申请被接手或转办", "原办理的银行经办人员")
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().bankId())
            .knows(assigned())
            .says("您办理的融资申请已转出", "${企业名称}的“${产品名称}”申请（${申请编号}）已由${经手人}接手或转办，您不再办理[[；原因：${原因}]]。", DESK);

    private static final NoticeKind<LoanApplicationAssigned> POOLED = NoticeKind.<LoanApplicationAssigned>of(
                    NoticeGroup.LOAN, "loan.pooled", "融资申请转入网点待认领", "网点的银行经办人员")
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().bankId())
            .knows(assigned())
            .says("有融资申请待认领", "${经手人}将${企业名称}的“${产品名称}”申请（${申请编号}）转入本网点，请及时认领[[；原因：${原因}]]。", DESK);

    private static final NoticeKind<OfficeDecidedOnProduct> PRODUCT_SUSPENDED = product(
                    "loan.product-suspended", "金融办暂停产品受理")
            .knows(Variable.<OfficeDecidedOnProduct>text("原因", "金融办说明的原因", "利率与公示不符", OfficeDecidedOnProduct::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .knows(Variable.<OfficeDecidedOnProduct>text(
                            "首页置顶", "产品此前在首页置顶时的说明", "首页置顶同时取消", it -> it.fromHomePage() ? "首页置顶同时取消" : null)
                    .optional())
            .says(
                    "金融办暂停了产品受理",
                    "金融办 ${经办人}暂停了“${产品名称}”的受理，原因：${原因}。暂停期间企业不能申请，已提交的申请继续办理；须由金融办恢复[[，${首页置顶}]]。",
                    PRODUCTS);

    private static final NoticeKind<OfficeDecidedOnProduct> PRODUCT_RESUMED = product(
                    "loan.product-resumed", "金融办恢复产品受理")
            .knows(Variable.text(
                    "受理情况", "恢复以后产品是否受理申请", "企业可以申请", it -> it.onSale() ? "企业可以申请" : "本机构的暂停仍然有效，企业暂时不能申请"))
            .says("金融办撤销了产品的暂停", "金融办 ${经办人}撤销了对“${产品名称}”的暂停，${受理情况}。", PRODUCTS);

    private static NoticeKind.Draft<OfficeDecidedOnProduct> product(String code, String name) {
        return NoticeKind.<OfficeDecidedOnProduct>of(NoticeGroup.LOAN, code, name, "管理该产品的银行人员")
                .toDesks()
                .mandatory(Because.WORK)
                .heldBy(OfficeDecidedOnProduct::bankId)
                .knows(Variable.<OfficeDecidedOnProduct>text(
                                "产品名称", "被暂停或恢复的贷款产品", "云税贷", OfficeDecidedOnProduct::title)
                        .required())
                .knows(Variable.<OfficeDecidedOnProduct>text("经办人", "金融办的经办人", "李文", OfficeDecidedOnProduct::byName)
                        .covered(Mask.NAME));
    }

    static final List<NoticeKind<?>> KINDS = List.of(
            PRODUCT_SUSPENDED,
            PRODUCT_RESUMED,
            TO_HANDLE,
            ASSIGNED,
            TAKEN_OVER,
            POOLED,
            SUBMITTED,
            ACCEPTED,
            MATERIAL_ASKED,
            ANSWER_EXTENDED,
            MATERIAL_SUPPLIED,
            FILES_ADDED,
            APPROVED,
            REFUSED,
            WITHDRAWN,
            DISBURSED,
            EXPIRED,
            EXPIRED_AT_BANK,
            EXPIRING,
            EXPIRING_AT_BANK,
            ANSWERED_BY_SYSTEM,
            SETTLED);

    private final Noticeboard board;
    private final Audience audience;

    FinanceNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    /** Both sides hear of it; a person on both sides reads of the task as well. */
    @Bean
    EventHandler<LoanApplicationSubmitted> loanSubmittedNotice() {
        return on(LoanApplicationSubmitted.class, NAME, (loan, meta) -> {
            board.ask(handlers(loan.parties()), meta, TO_HANDLE, loan);
            tellEnterprise(loan, meta, SUBMITTED);
        });
    }

    /** Who has it now is asked for it, and nobody else any more; who took it knows, and who had it hears that they have it no more. The enterprise is not told. */
    @Bean
    EventHandler<LoanApplicationAssigned> loanAssignedNotice() {
        return on(LoanApplicationAssigned.class, NAME, (event, meta) -> {
            board.done(meta);
            UUID handler = event.parties().handlerId();
            if (handler == null) {
                board.ask(handlers(event.parties()), meta, POOLED, event);
            } else if (!handler.equals(event.by())) {
                board.ask(handlers(event.parties()), meta, ASSIGNED, event);
            }
            UUID former = event.former();
            if (former != null && !former.equals(event.by()) && !former.equals(handler)) {
                board.tell(Set.of(former), meta, TAKEN_OVER, event);
            }
        });
    }

    /** Who keeps the products of the bank, its heads among them. */
    @Bean
    EventHandler<OfficeDecidedOnProduct> officeDecidedOnProductNotice() {
        return on(
                OfficeDecidedOnProduct.class,
                NAME,
                (product, meta) -> board.tell(
                        Desk.of(product.bankId(), OWN_PRODUCTS),
                        meta,
                        product.suspended() ? PRODUCT_SUSPENDED : PRODUCT_RESUMED,
                        product));
    }

    @Bean
    EventHandler<LoanApplicationAccepted> loanAcceptedNotice() {
        return toEnterprise(LoanApplicationAccepted.class, ACCEPTED);
    }

    @Bean
    EventHandler<LoanMaterialAsked> loanMaterialAskedNotice() {
        return toEnterprise(LoanMaterialAsked.class, MATERIAL_ASKED);
    }

    /** The bank takes longer than it promised; no fact of the application, so it is told by itself. */
    @Bean
    EventHandler<LoanPromiseExtended> loanPromiseExtendedNotice() {
        return on(LoanPromiseExtended.class, NAME, (event, meta) -> {
            LoanParties loan = event.parties();
            board.tell(
                    loan.enterpriseId(),
                    audience.enterprise(loan.enterpriseId(), loan.applicantId()),
                    meta,
                    ANSWER_EXTENDED,
                    event);
        });
    }

    /** The bank has it before it again. */
    @Bean
    EventHandler<LoanMaterialSupplied> loanMaterialSuppliedNotice() {
        return on(
                LoanMaterialSupplied.class,
                NAME,
                (loan, meta) -> board.ask(handlers(loan.parties()), meta, MATERIAL_SUPPLIED, loan));
    }

    /** Whoever has it reads on; nobody is asked for anything. */
    @Bean
    EventHandler<LoanFilesAdded> loanFilesAddedNotice() {
        return on(
                LoanFilesAdded.class,
                NAME,
                (loan, meta) -> board.tell(handlers(loan.parties()), meta, FILES_ADDED, loan));
    }

    @Bean
    EventHandler<LoanApplicationApproved> loanApprovedNotice() {
        return toEnterprise(LoanApplicationApproved.class, APPROVED);
    }

    @Bean
    EventHandler<LoanApplicationRefused> loanRefusedNotice() {
        return toEnterprise(LoanApplicationRefused.class, REFUSED);
    }

    @Bean
    EventHandler<LoanApplicationWithdrawn> loanWithdrawnNotice() {
        return on(LoanApplicationWithdrawn.class, NAME, (loan, meta) -> {
            board.done(meta);
            board.tell(handlers(loan.parties()), meta, WITHDRAWN, loan);
        });
    }

    @Bean
    EventHandler<LoanDisbursed> loanDisbursedNotice() {
        return toEnterprise(LoanDisbursed.class, DISBURSED);
    }

    @Bean
    EventHandler<LoanGrantExpired> loanGrantExpiredNotice() {
        return on(LoanGrantExpired.class, NAME, (loan, meta) -> {
            board.done(meta);
            tellEnterprise(loan, meta, EXPIRED);
            board.tell(handlers(loan.parties()), meta, EXPIRED_AT_BANK, loan);
        });
    }

    /** Both can still see to it. */
    @Bean
    EventHandler<LoanGrantExpiring> loanGrantExpiringNotice() {
        return on(LoanGrantExpiring.class, NAME, (event, meta) -> {
            LoanParties loan = event.parties();
            board.tell(
                    loan.enterpriseId(),
                    audience.enterprise(loan.enterpriseId(), loan.applicantId()),
                    meta,
                    EXPIRING,
                    event);
            board.tell(handlers(loan), meta, EXPIRING_AT_BANK, event);
        });
    }

    /** Who has it did not do it. */
    @Bean
    EventHandler<LoanAnsweredBySystem> loanAnsweredBySystemNotice() {
        return on(
                LoanAnsweredBySystem.class,
                NAME,
                (event, meta) -> board.tell(handlers(event.parties()), meta, ANSWERED_BY_SYSTEM, event));
    }

    @Bean
    EventHandler<LoanSettled> loanSettledNotice() {
        return toEnterprise(LoanSettled.class, SETTLED);
    }

    /** What the bank did: its officers are asked for it no more. */
    private <E extends LoanFact> EventHandler<E> toEnterprise(Class<E> type, NoticeKind<E> kind) {
        return on(type, NAME, (loan, meta) -> {
            board.done(meta);
            tellEnterprise(loan, meta, kind);
        });
    }

    private <E extends LoanFact> void tellEnterprise(E loan, EventMetadata meta, NoticeKind<E> kind) {
        board.tell(loan.enterpriseId(), audience.enterprise(loan.enterpriseId(), loan.applicantId()), meta, kind, loan);
    }

    /** Who has it, or the heads where that one may work on it no more; all who may where it lies, while nobody has. */
    private static Desk handlers(LoanParties loan) {
        Desk desk = Desk.ofBank(loan.bankId(), loan.branchId(), HANDLE_APPLICATIONS);
        UUID handler = loan.handlerId();
        return handler == null
                ? desk
                : desk.handledBy(handler, Desk.ofBank(loan.bankId(), loan.branchId(), SUPERVISE_ANSWERS));
    }

    private static List<Variable<LoanFact>> parties() {
        return parties(LoanFact::parties);
    }

    private static <E> List<Variable<E>> parties(Function<E, LoanParties> loan) {
        return List.of(
                Variable.<E>text(
                                "企业名称",
                                "申请贷款的企业",
                                "示例精密机械有限公司",
                                it -> loan.apply(it).enterpriseName())
                        .covered(Mask.ENTERPRISE_NAME),
                Variable.text("银行名称", "受理申请的银行", "示例银行", it -> loan.apply(it).bankName()),
                Variable.<E>text("产品名称", "所申请的贷款产品", "云税贷", it -> loan.apply(it).productTitle())
                        .required(),
                Variable.text(
                        "申请编号",
                        "融资申请的编号",
                        "RZ2026112800001",
                        it -> loan.apply(it).number()),
                Variable.id("申请标识", "融资申请", it -> loan.apply(it).applicationId()));
    }

    private static List<Variable<LoanApplicationAssigned>> assigned() {
        return Stream.concat(
                        parties(LoanApplicationAssigned::parties).stream(),
                        Stream.of(
                                Variable.<LoanApplicationAssigned>text(
                                                "经手人", "分派或转办的人", "陈静", LoanApplicationAssigned::byName)
                                        .covered(Mask.NAME),
                                Variable.<LoanApplicationAssigned>text(
                                                "原因", "转办的原因", "原办理人休假", LoanApplicationAssigned::reason)
                                        .optional()
                                        .covered(Mask.HIDDEN)))
                .toList();
    }
}
