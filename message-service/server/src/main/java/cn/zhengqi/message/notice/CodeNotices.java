package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.ClaimDecision;
import cn.zhengqi.code.api.ClaimPromiseExtended;
import cn.zhengqi.code.api.CodeClaimDecided;
import cn.zhengqi.code.api.CodeClaimSubmitted;
import cn.zhengqi.code.api.CodeClaimWithdrawn;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeReissued;
import cn.zhengqi.code.api.CodeScanned;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of claims, codes and scans. */
@Configuration(proxyBeanMethods = false)
class CodeNotices {

    private static final String NAME = "notices";

    /** Of enterprise-code-service. */
    private static final Desk REVIEWERS = Desk.anywhere("code.claim.review");

    private static final String CLAIM_PAGE = "/my/claims/${申请标识}";

    private static final NoticeKind<CodeClaimSubmitted> CLAIM_TO_REVIEW = submitted("code.claim-to-review", "企业码审核人员")
            .toDesks()
            .mandatory(Because.WORK)
            .knows(Variable.text("审核要求", "承诺的审核日期，没有时为“及时”", "于 2026年12月10日 17:30 前", it -> {
                String by = Days.by(it.reviewBy(), it.reviewAt());
                return by == null ? "及时" : "于 " + by;
            }))
            .says("新的领码申请待审核", "${企业名称}提交了企业码领取申请（${申请编号}），请${审核要求}审核。", "/claims/${申请标识}");

    private static final NoticeKind<CodeClaimSubmitted> CLAIM_SUBMITTED = submitted("code.claim-submitted", "申请人")
            .knows(Variable.text("审核时间", "承诺的审核日期，没有时不含日期", "工作人员将于 2026年12月10日 17:30 前审核，", it -> {
                String by = Days.by(it.reviewBy(), it.reviewAt());
                return by == null ? "工作人员审核后，" : "工作人员将于 " + by + "审核，";
            }))
            .says("领码申请已提交", "${企业名称}的领码申请（${申请编号}）已提交。${审核时间}结果会以消息告知。", CLAIM_PAGE);

    private static final NoticeKind<CodeClaimDecided> CLAIM_APPROVED =
            decided("code.claim-approved", "通过").says("${申请类型}已通过", decision(ClaimDecision.APPROVED), CLAIM_PAGE);

    private static final NoticeKind<CodeClaimDecided> CLAIM_REJECTED =
            decided("code.claim-rejected", "未通过").says("${申请类型}未通过", decision(ClaimDecision.REJECTED), CLAIM_PAGE);

    private static final NoticeKind<CodeClaimDecided> CLAIM_RETURNED = decided("code.claim-returned", "被退回")
            .says("${申请类型}被退回，请补充后重新提交", decision(ClaimDecision.RETURNED), CLAIM_PAGE);

    private static final NoticeKind<ClaimPromiseExtended> REVIEW_EXTENDED = NoticeKind.<ClaimPromiseExtended>of(
                    NoticeGroup.CODE, "code.review-extended", "领码申请审核延期", "申请人")
            .mandatory(Because.PROMISE)
            .knows(enterprise(ClaimPromiseExtended::enterpriseName))
            .knows(Variable.text("申请编号", "领码申请的编号", "LM2026112800001", ClaimPromiseExtended::number))
            .knows(Variable.id("申请标识", "领码申请", ClaimPromiseExtended::claimId))
            .knows(PromiseKinds.moved(ClaimPromiseExtended::extended))
            .says("领码申请的审核时限已延长", "${企业名称}的领码申请（${申请编号}）" + PromiseKinds.moved("审核"), CLAIM_PAGE);

    private static final NoticeKind<CodeIssued> ISSUED = NoticeKind.<CodeIssued>of(
                    NoticeGroup.CODE, "code.issued", "企业码发放", "申请人")
            .mandatory(Because.RESULT)
            .knows(enterprise(CodeIssued::enterpriseName))
            .says("企业码已发放", "${企业名称}的企业码已生成，现在可以出示、完善画像并匹配政策和贷款产品。", "/my/code");

    private static final NoticeKind<CodeReissued> REISSUED = NoticeKind.<CodeReissued>of(
                    NoticeGroup.CODE, "code.reissued", "企业码换发", "企业全部成员")
            .mandatory(Because.RESULT)
            .knows(enterprise(CodeReissued::enterpriseName))
            .knows(Variable.<CodeReissued>text("新编号", "换发后的企业码编号", "BN20261128001", CodeReissued::number)
                    .covered(Mask.HIDDEN))
            .knows(reason(CodeReissued::reason))
            .says("企业码已换发", "${企业名称}的企业码已换发，新编号 ${新编号}，此前出示和印制的码已失效，请重新打印。原因：${原因}", "/my/code");

    private static final NoticeKind<CodeStatusChanged> STATUS_CHANGED = NoticeKind.<CodeStatusChanged>of(
                    NoticeGroup.CODE, "code.status-changed", "企业码状态变更", "企业全部成员")
            .mandatory(Because.RESULT)
            .knows(Variable.<CodeStatusChanged>text("变更", "企业码怎样了", "已冻结，解冻前不能出示", CodeNotices::happened)
                    .required())
            .knows(Variable.text("状态", "变更后的状态", "正常", it -> it.status().label()))
            .knows(Variable.text("级别", "变更后的级别", "预警", it -> it.level().label()))
            .knows(CodeNotices.<CodeStatusChanged>enterprise(CodeStatusChanged::enterpriseName)
                    .optional())
            .knows(Variable.<CodeStatusChanged>text("办理人", "由企业管理员（写明姓名）、工作人员还是平台办理", "工作人员", CodeNotices::changedBy)
                    .covered(Mask.HIDDEN)
                    .optional())
            .knows(reason(CodeStatusChanged::reason))
            .says("企业码状态有变更", "[[${企业名称}的]]企业码${变更}。[[办理人：${办理人}。]]原因：${原因}", "/my/code");

    private static final NoticeKind<Scans> SCANNED = NoticeKind.<Scans>of(
                    NoticeGroup.CODE, "code.scanned", "企业码被扫码查看", "企业全部成员")
            .mandatory(Because.CONSENT)
            .often()
            .knows(Variable.<Scans>text(
                            "扫码机构", "扫码人所在的机构", "区税务局", it -> it.scan().institutionName())
                    .optional())
            .knows(Variable.<Scans>text("扫码人", "扫码人的姓名", "王晓", it -> it.scan().scannerName())
                    .required()
                    .covered(Mask.NAME))
            .knows(Variable.<Scans>text(
                            "次数", "当天第几次，第一次时为空", "3", it -> it.times() == 1 ? null : String.valueOf(it.times()))
                    .optional())
            .says("企业码被扫码查看", "[[${扫码机构}的]]${扫码人}[[当天 ${次数} 次]]扫码查看了贵企业已授权的信息。", "/my/scans");

    static final List<NoticeKind<?>> KINDS = List.of(
            CLAIM_TO_REVIEW,
            CLAIM_SUBMITTED,
            CLAIM_APPROVED,
            CLAIM_REJECTED,
            CLAIM_RETURNED,
            REVIEW_EXTENDED,
            ISSUED,
            REISSUED,
            STATUS_CHANGED,
            SCANNED);

    /** The day is that of the message, whenever it is read. */
    private record Scans(CodeScanned scan, int times) {}

    @Bean
    EventHandler<CodeClaimSubmitted> claimSubmittedNotice(Noticeboard board) {
        return on(CodeClaimSubmitted.class, NAME, (claim, meta) -> {
            board.ask(REVIEWERS.reaching(ScopedResource.CLAIM, claim.townCode()), meta, CLAIM_TO_REVIEW, claim);
            board.tell(Set.of(claim.applicantId()), meta, CLAIM_SUBMITTED, claim);
        });
    }

    @Bean
    EventHandler<CodeClaimDecided> claimDecidedNotice(Noticeboard board) {
        return on(CodeClaimDecided.class, NAME, (claim, meta) -> {
            board.done(meta);
            board.tell(
                    Set.of(claim.applicantId()),
                    meta,
                    switch (claim.decision()) {
                        case APPROVED -> CLAIM_APPROVED;
                        case REJECTED -> CLAIM_REJECTED;
                        case RETURNED -> CLAIM_RETURNED;
                    },
                    claim);
        });
    }

    /** The review takes longer than was promised. */
    @Bean
    EventHandler<ClaimPromiseExtended> claimPromiseExtendedNotice(Noticeboard board) {
        return on(
                ClaimPromiseExtended.class,
                NAME,
                (claim, meta) -> board.tell(Set.of(claim.applicantId()), meta, REVIEW_EXTENDED, claim));
    }

    /** Nobody is told: the reviewers are merely asked no more. */
    @Bean
    EventHandler<CodeClaimWithdrawn> claimWithdrawnNotice(Noticeboard board) {
        return on(CodeClaimWithdrawn.class, NAME, (claim, meta) -> board.done(meta));
    }

    @Bean
    EventHandler<CodeIssued> codeIssuedNotice(Noticeboard board) {
        return on(
                CodeIssued.class,
                NAME,
                (code, meta) -> board.tell(code.enterpriseId(), Set.of(code.applicantId()), meta, ISSUED, code));
    }

    @Bean
    EventHandler<CodeReissued> codeReissuedNotice(Noticeboard board, Audience audience) {
        return on(
                CodeReissued.class,
                NAME,
                (code, meta) -> board.tell(
                        code.enterpriseId(), audience.enterprise(code.enterpriseId()), meta, REISSUED, code));
    }

    @Bean
    EventHandler<CodeStatusChanged> codeStatusNotice(Noticeboard board, Audience audience) {
        return on(
                CodeStatusChanged.class,
                NAME,
                (code, meta) -> board.tell(
                        code.enterpriseId(),
                        audience.enterpriseAt(code.enterpriseId(), code.at()),
                        meta,
                        STATUS_CHANGED,
                        code));
    }

    @Bean
    EventHandler<CodeScanned> codeScannedNotice(Noticeboard board, Audience audience) {
        return on(
                CodeScanned.class,
                NAME,
                (scan, meta) -> board.tellOften(
                        scan.enterpriseId(),
                        audience.enterprise(scan.enterpriseId()),
                        meta,
                        "scans of " + scan.enterpriseId() + " by " + scanner(scan),
                        SCANNED,
                        times -> new Scans(scan, times)));
    }

    /** Facts of before scanners were told by id have their names alone. */
    private static String scanner(CodeScanned scan) {
        return scan.scannerId() == null
                ? scan.institutionName() + "/" + scan.scannerName()
                : scan.scannerId().toString();
    }

    private static NoticeKind.Draft<CodeClaimSubmitted> submitted(String code, String receivers) {
        return NoticeKind.<CodeClaimSubmitted>of(NoticeGroup.CODE, code, "领码申请提交", receivers)
                .knows(enterprise(CodeClaimSubmitted::enterpriseName))
                .knows(Variable.<CodeClaimSubmitted>text(
                                "申请编号", "领码申请的编号", "LM2026112800001", CodeClaimSubmitted::number)
                        .required())
                .knows(Variable.id("申请标识", "领码申请", CodeClaimSubmitted::claimId));
    }

    private static NoticeKind.Draft<CodeClaimDecided> decided(String code, String how) {
        return NoticeKind.<CodeClaimDecided>of(NoticeGroup.CODE, code, "领码申请" + how, "申请人")
                .mandatory(Because.RESULT)
                .knows(enterprise(CodeClaimDecided::enterpriseName))
                .knows(Variable.text(
                        "申请类型", "领码申请或重新认证申请", "领码申请", it -> Boolean.TRUE.equals(it.renewal()) ? "重新认证申请" : "领码申请"))
                .knows(Variable.<CodeClaimDecided>text("申请编号", "领码申请的编号", "LM2026112800001", CodeClaimDecided::number)
                        .required())
                .knows(Variable.<CodeClaimDecided>text("原因", "审核人填写的原因", "营业执照不清晰", CodeClaimDecided::reason)
                        .covered(Mask.HIDDEN)
                        .optional())
                .knows(Variable.id("申请标识", "领码申请", CodeClaimDecided::claimId));
    }

    private static String decision(ClaimDecision decision) {
        return "${企业名称}的${申请类型}（${申请编号}）" + decision.label() + "。[[原因：${原因}]]";
    }

    private static <E> Variable<E> enterprise(Function<E, @Nullable String> name) {
        return Variable.<E>text("企业名称", "申请或持有企业码的企业", "示例精密机械有限公司", name::apply)
                .covered(Mask.ENTERPRISE_NAME);
    }

    private static <E> Variable<E> reason(Function<E, String> reason) {
        return Variable.<E>text("原因", "工作人员填写的原因", "年度信息更新", reason::apply)
                .required()
                .covered(Mask.HIDDEN);
    }

    /** Their colleagues know who it was by name; of staff enterprises read that it was staff, as in the history of the code. */
    private static @Nullable String changedBy(CodeStatusChanged it) {
        return switch (it.by()) {
            case null -> null;
            case ENTERPRISE -> "企业管理员 " + it.byName();
            case STAFF -> "工作人员";
            case PLATFORM -> "平台";
        };
    }

    /** What was done, and no word of what was left as it was. */
    private static String happened(CodeStatusChanged it) {
        if (it.status() == it.statusBefore()) {
            return "级别调整为" + it.level().label();
        }
        String level = "级别为" + it.level().label();
        boolean told = it.statusBefore() != null;
        return switch (it.status()) {
            case ACTIVE -> told ? "已解冻，可以正常使用" : "状态正常，" + level;
            case FROZEN -> told ? "已冻结，解冻前不能出示" : "已冻结，" + level;
            case REVOKED -> "已注销";
        };
    }
}
