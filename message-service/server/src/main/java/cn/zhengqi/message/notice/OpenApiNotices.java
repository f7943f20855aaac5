package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.OpenApiKeyApplicationEnded;
import cn.zhengqi.auth.api.OpenApiKeyApplied;
import cn.zhengqi.auth.api.OpenApiKeyChanged;
import cn.zhengqi.auth.api.OpenApiKeyDecided;
import cn.zhengqi.auth.api.OpenApiKeyExpiring;
import cn.zhengqi.auth.api.OpenApiKeyRevoked;
import cn.zhengqi.auth.api.WebhookGone;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told to who looks after a key of the open interface. */
@Configuration(proxyBeanMethods = false)
class OpenApiNotices {

    private static final String NAME = "notices";
    /** Permission of auth-service. */
    private static final String OWN_KEYS = "openapi.own";

    private static final Desk REVIEWERS = Desk.anywhere("openapi.review");

    private static final String PAGE = "/center/openapi";
    private static final String OWNERS = "密钥所属企业或机构的管理人员";

    private static final NoticeKind<OpenApiKeyApplied> APPLIED = NoticeKind.<OpenApiKeyApplied>of(
                    NoticeGroup.OPEN_API, "openapi.applied", "申请接口密钥", "密钥审核人员")
            .toDesks()
            .mandatory(Because.WORK)
            .knows(Variable.<OpenApiKeyApplied>text("申请方", "申请密钥的企业或机构", "示例精密机械有限公司", OpenApiKeyApplied::ownerName)
                    .covered(Mask.ENTERPRISE_NAME))
            .knows(system(OpenApiKeyApplied::systemName))
            .knows(Variable.id("密钥标识", "密钥申请", OpenApiKeyApplied::key))
            .says("新的接口密钥申请待审核", "${申请方} 为“${系统名称}”申请了接口密钥，请及时审核。", "/openapi?id=${密钥标识}");

    private static final NoticeKind<OpenApiKeyDecided> APPROVED = NoticeKind.<OpenApiKeyDecided>of(
                    NoticeGroup.OPEN_API, "openapi.approved", "接口密钥申请通过", OWNERS)
            .mandatory(Because.RESULT)
            .knows(system(OpenApiKeyDecided::systemName))
            .says("接口密钥申请已通过", "${系统名称} 的接口密钥申请已通过，请领取密钥。", PAGE);

    private static final NoticeKind<OpenApiKeyDecided> REJECTED = NoticeKind.<OpenApiKeyDecided>of(
                    NoticeGroup.OPEN_API, "openapi.rejected", "接口密钥申请未通过", OWNERS)
            .mandatory(Because.RESULT)
            .knows(system(OpenApiKeyDecided::systemName))
            .knows(Variable.<OpenApiKeyDecided>text("原因", "未通过的原因", "用途不明确", OpenApiKeyDecided::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("接口密钥申请未通过", "${系统名称} 的接口密钥申请未通过。原因：${原因}。可重新申请。", PAGE);

    private static final NoticeKind<OpenApiKeyExpiring> EXPIRING = NoticeKind.<OpenApiKeyExpiring>of(
                    NoticeGroup.OPEN_API, "openapi.expiring", "接口密钥即将到期", OWNERS)
            .knows(system(OpenApiKeyExpiring::systemName))
            .knows(Variable.<OpenApiKeyExpiring>text(
                            "到期日",
                            "密钥有效的最后一天",
                            "2026年12月28日",
                            it -> BusinessTime.inWords(BusinessTime.lastDayOf(it.expiresAt())))
                    .required())
            .says("接口密钥即将到期", "${系统名称} 的接口密钥有效期至 ${到期日}（含），到期后不能再调用。如需继续使用，请重新申请。", PAGE);

    private static final NoticeKind<OpenApiKeyRevoked> REVOKED = NoticeKind.<OpenApiKeyRevoked>of(
                    NoticeGroup.OPEN_API, "openapi.revoked", "接口密钥被注销", OWNERS)
            .mandatory(Because.RESULT)
            .knows(system(OpenApiKeyRevoked::systemName))
            .knows(Variable.<OpenApiKeyRevoked>text("原因", "注销的原因", "系统已停用", OpenApiKeyRevoked::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("接口密钥已被注销", "${系统名称} 的接口密钥已被平台注销，不能再调用。原因：${原因}。如需继续使用，请重新申请。", PAGE);

    private static final NoticeKind<OpenApiKeyChanged> CHANGED = NoticeKind.<OpenApiKeyChanged>of(
                    NoticeGroup.OPEN_API, "openapi.changed", "接口密钥被调整", OWNERS)
            .mandatory(Because.RESULT)
            .knows(system(OpenApiKeyChanged::systemName))
            .knows(Variable.<OpenApiKeyChanged>text("调整内容", "调整了什么", "每分钟次数由 60 改为 120", OpenApiKeyChanged::changes)
                    .required()
                    .covered(Mask.HIDDEN))
            .knows(Variable.<OpenApiKeyChanged>text("原因", "调整的原因", "业务量增加", OpenApiKeyChanged::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("接口密钥已被调整", "${系统名称} 的接口密钥已由平台调整：${调整内容}。原因：${原因}。", PAGE);

    private static final NoticeKind<WebhookGone> WEBHOOK_GONE = NoticeKind.<WebhookGone>of(
                    NoticeGroup.OPEN_API, "openapi.webhook-gone", "事件回调停用", OWNERS)
            .mandatory(Because.RESULT)
            .knows(system(WebhookGone::systemName))
            .knows(Variable.<WebhookGone>text(
                            "停用日期", "从哪一天起不再推送", "2026年12月1日", it -> BusinessTime.inWords(BusinessTime.dayOf(it.at())))
                    .required())
            .says("事件回调已停用", "${系统名称} 的接收地址于 ${停用日期} 回答 410（不再接收），平台已停止向其推送事件。如仍需接收，请检查接收程序后重新启用。", PAGE);

    static final List<NoticeKind<?>> KINDS =
            List.of(APPLIED, APPROVED, REJECTED, EXPIRING, CHANGED, REVOKED, WEBHOOK_GONE);

    @Bean
    EventHandler<OpenApiKeyDecided> keyDecidedNotice(Noticeboard board, Audience audience) {
        return on(OpenApiKeyDecided.class, NAME, (key, meta) -> {
            board.done(meta);
            tell(
                    board,
                    audience,
                    new Owner(key.applicantId(), key.enterpriseId(), key.institutionId()),
                    meta,
                    key.approved() ? APPROVED : REJECTED,
                    key);
        });
    }

    @Bean
    EventHandler<OpenApiKeyApplied> keyAppliedNotice(Noticeboard board) {
        return on(OpenApiKeyApplied.class, NAME, (key, meta) -> board.ask(REVIEWERS, meta, APPLIED, key));
    }

    @Bean
    EventHandler<OpenApiKeyApplicationEnded> keyApplicationEndedNotice(Noticeboard board) {
        return on(OpenApiKeyApplicationEnded.class, NAME, (key, meta) -> board.done(meta));
    }

    @Bean
    EventHandler<OpenApiKeyExpiring> keyExpiringNotice(Noticeboard board, Audience audience) {
        return on(
                OpenApiKeyExpiring.class,
                NAME,
                (key, meta) -> tell(
                        board,
                        audience,
                        new Owner(key.applicantId(), key.enterpriseId(), key.institutionId()),
                        meta,
                        EXPIRING,
                        key));
    }

    @Bean
    EventHandler<OpenApiKeyChanged> keyChangedNotice(Noticeboard board, Audience audience) {
        return on(
                OpenApiKeyChanged.class,
                NAME,
                (key, meta) -> tell(
                        board,
                        audience,
                        new Owner(key.applicantId(), key.enterpriseId(), key.institutionId()),
                        meta,
                        CHANGED,
                        key));
    }

    @Bean
    EventHandler<OpenApiKeyRevoked> keyRevokedNotice(Noticeboard board, Audience audience) {
        return on(
                OpenApiKeyRevoked.class,
                NAME,
                (key, meta) -> tell(
                        board,
                        audience,
                        new Owner(key.applicantId(), key.enterpriseId(), key.institutionId()),
                        meta,
                        REVOKED,
                        key));
    }

    @Bean
    EventHandler<WebhookGone> webhookGoneNotice(Noticeboard board, Audience audience) {
        return on(
                WebhookGone.class,
                NAME,
                (gone, meta) -> tell(
                        board,
                        audience,
                        new Owner(gone.applicantId(), gone.enterpriseId(), gone.institutionId()),
                        meta,
                        WEBHOOK_GONE,
                        gone));
    }

    /** Of a key. */
    private record Owner(
            UUID applicant,
            @Nullable UUID enterprise,
            @Nullable UUID institution) {}

    /** A key is its owner's: who applied for it may be gone. */
    private static <F> void tell(
            Noticeboard board, Audience audience, Owner owner, EventMetadata meta, NoticeKind<F> kind, F fact) {
        if (owner.enterprise() != null) {
            board.tell(owner.enterprise(), audience.administrators(owner.enterprise()), meta, kind, fact);
        } else if (owner.institution() != null) {
            board.tell(Desk.of(owner.institution(), OWN_KEYS), meta, kind, fact);
        } else {
            board.tell(Set.of(owner.applicant()), meta, kind, fact);
        }
    }

    private static <E> Variable<E> system(Function<E, String> name) {
        return Variable.<E>text("系统名称", "使用密钥的系统", "财务管理系统", name::apply).required();
    }
}
