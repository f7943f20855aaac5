package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.OpenApiKeyApplicationEnded;
import cn.zhengqi.auth.api.OpenApiKeyApplied;
import cn.zhengqi.auth.api.OpenApiKeyDecided;
import cn.zhengqi.auth.api.OpenApiKeyExpiring;
import cn.zhengqi.auth.api.OpenApiKeyRevoked;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Notice;
import java.util.Set;
import java.util.UUID;
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

    @Bean
    EventHandler<OpenApiKeyDecided> keyDecidedNotice(Noticeboard board, Audience audience) {
        return on(OpenApiKeyDecided.class, NAME, (key, meta) -> {
            board.done(meta);
            tell(
                    board,
                    audience,
                    new Owner(key.applicantId(), key.enterpriseId(), key.institutionId()),
                    meta,
                    key.approved()
                            ? notice("接口密钥申请已通过", key.systemName() + " 的接口密钥申请已通过，请领取密钥。")
                            : notice("接口密钥申请未通过", key.systemName() + " 的接口密钥申请未通过。原因：" + key.reason() + "。可重新申请。"));
        });
    }

    @Bean
    EventHandler<OpenApiKeyApplied> keyAppliedNotice(Noticeboard board) {
        return on(
                OpenApiKeyApplied.class,
                NAME,
                (key, meta) -> board.ask(
                        REVIEWERS,
                        meta,
                        new Notice(
                                MessageKind.SYSTEM,
                                "新的接口密钥申请待审核",
                                key.ownerName() + " 为“" + key.systemName() + "”申请了接口密钥，请及时审核。",
                                "/openapi?id=" + key.key())));
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
                        notice(
                                "接口密钥即将到期",
                                key.systemName() + " 的接口密钥将于 "
                                        + BusinessTime.inWords(BusinessTime.dayOf(key.expiresAt()))
                                        + "到期，到期后不能再调用。如需继续使用，请重新申请。")));
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
                        notice(
                                "接口密钥已被注销",
                                key.systemName() + " 的接口密钥已被平台注销，不能再调用。原因：" + key.reason() + "。如需继续使用，请重新申请。")));
    }

    /** Of a key. */
    private record Owner(
            UUID applicant,
            @Nullable UUID enterprise,
            @Nullable UUID institution) {}

    /** A key is its owner's: who applied for it may be gone. */
    private static void tell(Noticeboard board, Audience audience, Owner owner, EventMetadata meta, Notice notice) {
        if (owner.enterprise() != null) {
            board.tell(audience.administrators(owner.enterprise()), meta, notice);
        } else if (owner.institution() != null) {
            board.tell(Desk.of(owner.institution(), OWN_KEYS), meta, notice);
        } else {
            board.tell(Set.of(owner.applicant()), meta, notice);
        }
    }

    private static Notice notice(String title, String body) {
        return new Notice(MessageKind.SYSTEM, title, body, PAGE);
    }
}
