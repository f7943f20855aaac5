package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.CredentialTakenAway;
import cn.zhengqi.auth.api.CredentialTakenAway.Credential;
import cn.zhengqi.auth.api.OutsideIdentityChanged;
import cn.zhengqi.auth.api.PasskeyChanged;
import cn.zhengqi.auth.api.PhoneChanged;
import cn.zhengqi.auth.api.SignedInFromNewDevice;
import cn.zhengqi.auth.api.WeChatBindingChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.user.api.AccountFieldRevealed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of a person's own account. */
@Configuration(proxyBeanMethods = false)
class AccountNotices {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    @Bean
    EventHandler<SignedInFromNewDevice> newDeviceNotice(Noticeboard board) {
        return told(
                SignedInFromNewDevice.class,
                board,
                SignedInFromNewDevice::accountId,
                signIn -> notice(
                        "新设备登录提醒",
                        yours(signIn.at()) + "在新设备（" + signIn.device() + "，地址 " + signIn.address()
                                + "）登录。如非本人操作，请立即修改密码，并在“账号安全”中退出该设备。"));
    }

    /** Whoever looks after an account can lock its owner out; the owner hears of it. */
    @Bean
    EventHandler<CredentialTakenAway> credentialNotice(Noticeboard board) {
        return told(
                CredentialTakenAway.class,
                board,
                CredentialTakenAway::accountId,
                taken -> notice(
                        title(taken.credential()),
                        "管理员于 " + TIME.format(BusinessTime.at(taken.at())) + " " + what(taken.credential())
                                + "如非您本人要求，请立即联系平台客服。"));
    }

    /** Whoever has a passkey comes in without the password: the owner hears of each. */
    @Bean
    EventHandler<PasskeyChanged> passkeyNotice(Noticeboard board) {
        return told(PasskeyChanged.class, board, PasskeyChanged::accountId, change -> {
            String done = change.added() ? "添加" : "删除";
            return notice(
                    "您的账号" + done + "了通行密钥",
                    yours(change.at()) + done + "了通行密钥“" + change.passkey() + "”。如非本人操作，请立即修改密码，并在“账号安全”中核对通行密钥。");
        });
    }

    /** Whom the provider knows comes in without the password: the owner hears of it. */
    @Bean
    EventHandler<OutsideIdentityChanged> outsideIdentityNotice(Noticeboard board) {
        return told(OutsideIdentityChanged.class, board, OutsideIdentityChanged::accountId, change -> {
            String done = change.bound() ? "绑定" : "解绑";
            return notice(
                    "您的账号" + done + "了" + change.provider(),
                    yours(change.at()) + done + "了“" + change.provider() + "”登录。如非本人操作，请立即修改密码，并在“账号安全”中解绑。");
        });
    }

    /** The phone that the account had is told by text message besides. */
    @Bean
    EventHandler<PhoneChanged> phoneNotice(Noticeboard board) {
        return told(
                PhoneChanged.class,
                board,
                PhoneChanged::accountId,
                change -> notice("您的登录手机号已更换", yours(change.at()) + "更换了登录手机号，其他设备的登录已退出。如非本人操作，请立即联系平台客服。"));
    }

    /** What was covered and was shown to somebody: whose it is hears who, and why. */
    @Bean
    EventHandler<AccountFieldRevealed> fieldRevealedNotice(Noticeboard board) {
        return told(
                AccountFieldRevealed.class,
                board,
                AccountFieldRevealed::accountId,
                shown -> notice(
                        "您的" + shown.field() + "被查看",
                        (shown.institutionName() == null ? "" : shown.institutionName() + " ") + shown.readerName()
                                + " 于 "
                                + TIME.format(BusinessTime.at(shown.at())) + " 查看了您的账号的" + shown.field() + "明文，理由：“"
                                + shown.reason() + "”。如有疑问，请联系平台客服。"));
    }

    /** A way in that its owner did not open must not stay unseen. */
    @Bean
    EventHandler<WeChatBindingChanged> weChatNotice(Noticeboard board) {
        return told(
                WeChatBindingChanged.class,
                board,
                WeChatBindingChanged::accountId,
                change -> change.bound()
                        ? notice("您的账号已绑定微信", yours(change.at()) + "绑定了微信，该微信可以登录您的账号。如非本人操作，请立即在“账号安全”中解绑，并修改密码。")
                        : notice("您的账号已解绑微信", yours(change.at()) + "解绑了微信，该微信不能再登录您的账号。如非本人操作，请立即修改密码。"));
    }

    private static <E extends DomainEvent> EventHandler<E> told(
            Class<E> type, Noticeboard board, Function<E, UUID> owner, Function<E, Notice> notice) {
        return on(type, "notices", (event, meta) -> board.tell(Set.of(owner.apply(event)), meta, notice.apply(event)));
    }

    private static Notice notice(String title, String body) {
        return new Notice(MessageKind.SYSTEM, title, body, "/security");
    }

    /** How a sentence about the reader's account begins. */
    private static String yours(Instant at) {
        return "您的账号于 " + TIME.format(BusinessTime.at(at)) + " ";
    }

    private static String title(Credential credential) {
        return switch (credential) {
            case PASSWORD -> "您的密码已被重置";
            case SECOND_FACTOR -> "您的两步验证已被解除";
            case PHONE -> "您的登录手机号已被变更";
        };
    }

    private static String what(Credential credential) {
        return switch (credential) {
            case PASSWORD -> "重置了您账号的密码，原密码已失效。";
            case SECOND_FACTOR -> "解除了您账号的两步验证和通行密钥，登录后请重新设置。";
            case PHONE -> "变更了您账号的登录手机号，短信将发送到新手机号。";
        };
    }
}
