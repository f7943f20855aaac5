package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.ClaimPromiseExtended;
import cn.zhengqi.code.api.CodeClaimDecided;
import cn.zhengqi.code.api.CodeClaimSubmitted;
import cn.zhengqi.code.api.CodeClaimWithdrawn;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeReissued;
import cn.zhengqi.code.api.CodeScanned;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Notice;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of claims, codes and scans. */
@Configuration(proxyBeanMethods = false)
class CodeNotices {

    private static final String NAME = "notices";

    /** Of enterprise-code-service. */
    private static final Desk REVIEWERS = Desk.anywhere("code.claim.review");

    @Bean
    EventHandler<CodeClaimSubmitted> claimSubmittedNotice(Noticeboard board) {
        return on(CodeClaimSubmitted.class, NAME, (claim, meta) -> {
            board.ask(
                    REVIEWERS.reaching(ScopedResource.CLAIM, claim.townCode()),
                    meta,
                    notice(
                            "新的领码申请待审核",
                            claim.enterpriseName() + "提交了企业码领取申请（" + claim.number() + "），请"
                                    + Promised.by(claim.reviewBy(), "于 %s前", "及时") + "审核。",
                            "/claims/" + claim.claimId()));
            board.tell(
                    Set.of(claim.applicantId()),
                    meta,
                    notice(
                            "领码申请已提交",
                            claim.enterpriseName() + "的领码申请（" + claim.number() + "）已提交。"
                                    + Promised.by(claim.reviewBy(), "工作人员将于 %s前审核，", "工作人员审核后，")
                                    + "结果会以消息告知。",
                            "/my/claims/" + claim.claimId()));
        });
    }

    @Bean
    EventHandler<CodeClaimDecided> claimDecidedNotice(Noticeboard board) {
        return on(CodeClaimDecided.class, NAME, (claim, meta) -> {
            board.done(meta);
            board.tell(
                    Set.of(claim.applicantId()),
                    meta,
                    notice(title(claim), body(claim), "/my/claims/" + claim.claimId()));
        });
    }

    /** The review takes longer than was promised. */
    @Bean
    EventHandler<ClaimPromiseExtended> claimPromiseExtendedNotice(Noticeboard board) {
        return on(
                ClaimPromiseExtended.class,
                NAME,
                (claim, meta) -> board.tell(
                        Set.of(claim.applicantId()),
                        meta,
                        notice(
                                "领码申请的审核时限已延长",
                                claim.enterpriseName() + "的领码申请（" + claim.number() + "）"
                                        + PromiseNotices.moved(claim.extended(), "审核"),
                                "/my/claims/" + claim.claimId())));
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
                (code, meta) -> board.tell(
                        Set.of(code.applicantId()),
                        meta,
                        notice("企业码已发放", code.enterpriseName() + "的企业码已生成，现在可以亮码、完善画像并匹配政策和贷款产品。", "/my/code")));
    }

    @Bean
    EventHandler<CodeReissued> codeReissuedNotice(Noticeboard board, Audience audience) {
        return on(
                CodeReissued.class,
                NAME,
                (code, meta) -> board.tell(
                        audience.enterprise(code.enterpriseId()),
                        meta,
                        notice(
                                "企业码已换发",
                                code.enterpriseName() + "的企业码已换发，新编号 " + code.number() + "，此前出示和印制的码已失效，请重新打印。原因："
                                        + code.reason(),
                                "/my/code")));
    }

    @Bean
    EventHandler<CodeStatusChanged> codeStatusNotice(Noticeboard board, Audience audience) {
        return on(
                CodeStatusChanged.class,
                NAME,
                (code, meta) -> board.tell(
                        audience.enterpriseAt(code.enterpriseId(), code.at()),
                        meta,
                        notice(
                                "企业码状态有变更",
                                "企业码当前" + code.status().label() + "，级别为"
                                        + code.level().label() + "。原因：" + code.reason(),
                                "/my/code")));
    }

    @Bean
    EventHandler<CodeScanned> codeScannedNotice(Noticeboard board, Audience audience) {
        return on(
                CodeScanned.class,
                NAME,
                (scan, meta) -> board.tellOften(
                        audience.enterprise(scan.enterpriseId()),
                        meta,
                        "scans of " + scan.enterpriseId() + " by " + scanner(scan),
                        times -> notice("企业码被扫码查看", body(scan, times), "/my/scans")));
    }

    /** Facts of before scanners were told by id have their names alone. */
    private static String scanner(CodeScanned scan) {
        return scan.scannerId() == null
                ? scan.institutionName() + "/" + scan.scannerName()
                : scan.scannerId().toString();
    }

    /** Short: a phone cuts what is longer. The day is that of the message, whenever it is read. */
    private static String body(CodeScanned scan, int times) {
        String who = (scan.institutionName() == null ? "" : scan.institutionName() + "的") + scan.scannerName();
        return who + (times == 1 ? "" : "当天 " + times + " 次") + "扫码查看了贵企业已授权的信息。";
    }

    private static String title(CodeClaimDecided claim) {
        return switch (claim.decision()) {
            case APPROVED -> application(claim) + "已通过";
            case REJECTED -> application(claim) + "未通过";
            case RETURNED -> application(claim) + "被退回，请补充后重新提交";
        };
    }

    private static String body(CodeClaimDecided claim) {
        String what = claim.enterpriseName() + "的" + application(claim) + "（" + claim.number() + "）"
                + claim.decision().label() + "。";
        return claim.reason() == null ? what : what + "原因：" + claim.reason();
    }

    private static String application(CodeClaimDecided claim) {
        return Boolean.TRUE.equals(claim.renewal()) ? "重新认证申请" : "领码申请";
    }

    private static Notice notice(String title, String body, String link) {
        return new Notice(MessageKind.CODE, title, body, link);
    }
}
