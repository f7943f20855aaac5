package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.OpenApiKeyDecided;
import cn.zhengqi.auth.api.OpenApiKeyExpiring;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.inbox.Notice;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told to who looks after a key of the open interface. */
@Configuration(proxyBeanMethods = false)
class OpenApiNotices {

    private static final String NAME = "notices";
    private static final String PAGE = "/center/openapi";

    @Bean
    EventHandler<OpenApiKeyDecided> keyDecidedNotice(Noticeboard board) {
        return on(
                OpenApiKeyDecided.class,
                NAME,
                (key, meta) -> board.tell(
                        Set.of(key.applicantId()),
                        meta,
                        key.approved()
                                ? notice("接口密钥申请已通过", key.systemName() + " 的接口密钥申请已通过，请领取密钥。")
                                : notice(
                                        "接口密钥申请未通过", key.systemName() + " 的接口密钥申请未通过。原因：" + key.reason() + "。可重新申请。")));
    }

    @Bean
    EventHandler<OpenApiKeyExpiring> keyExpiringNotice(Noticeboard board) {
        return on(
                OpenApiKeyExpiring.class,
                NAME,
                (key, meta) -> board.tell(
                        Set.of(key.applicantId()),
                        meta,
                        notice(
                                "接口密钥即将到期",
                                key.systemName() + " 的接口密钥将于 "
                                        + BusinessTime.inWords(BusinessTime.dayOf(key.expiresAt()))
                                        + "到期，到期后不能再调用。如需继续使用，请重新申请。")));
    }

    private static Notice notice(String title, String body) {
        return new Notice(MessageKind.SYSTEM, title, body, PAGE);
    }
}
