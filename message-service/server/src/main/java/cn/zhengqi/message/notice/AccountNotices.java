package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.CredentialTakenAway;
import cn.zhengqi.auth.api.OutsideIdentityChanged;
import cn.zhengqi.auth.api.PasskeyChanged;
import cn.zhengqi.auth.api.PasswordResetByPhone;
import cn.zhengqi.auth.api.PhoneChanged;
import cn.zhengqi.auth.api.SignedInFromNewDevice;
import cn.zhengqi.auth.api.WeChatBindingChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import cn.zhengqi.user.api.AccountFieldRevealed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of a person's own account. */
@Configuration(proxyBeanMethods = false)
class AccountNotices {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private static final String PAGE = "/security";

    private static final NoticeKind<SignedInFromNewDevice> NEW_DEVICE = NoticeKind.<SignedInFromNewDevice>of(
                    NoticeGroup.ACCOUNT, "account.new-device", "新设备登录", "本人")
            .mandatory(Because.SECURITY)
            .knows(time(SignedInFromNewDevice::at))
            .knows(Variable.<SignedInFromNewDevice>text(
                            "设备", "登录所用的设备", "Chrome，Windows", SignedInFromNewDevice::device)
                    .required()
                    .covered(Mask.HIDDEN))
            .knows(Variable.<SignedInFromNewDevice>text("地址", "登录的网络地址", "192.0.2.1", SignedInFromNewDevice::address)
                    .covered(Mask.HIDDEN))
            .says("新设备登录提醒", "您的账号于 ${时间} 在新设备（${设备}，地址 ${地址}）登录。如非本人操作，请立即修改密码，并在“账号安全”中退出该设备。", PAGE);

    private static final NoticeKind<CredentialTakenAway> PASSWORD_RESET = taken("account.password-reset", "密码被管理员重置")
            .says("您的密码已被重置", "管理员于 ${时间} 重置了您账号的密码，原密码已失效。如非您本人要求，请立即联系平台客服。", PAGE);

    private static final NoticeKind<PasswordResetByPhone> PASSWORD_RESET_BY_PHONE = NoticeKind.<PasswordResetByPhone>of(
                    NoticeGroup.ACCOUNT, "account.password-reset-by-phone", "通过忘记密码重置密码", "本人")
            .mandatory(Because.SECURITY)
            .knows(time(PasswordResetByPhone::at))
            .says("您的密码已被重置", "您的账号于 ${时间} 通过“忘记密码”重置了密码，所有设备的登录已退出。如非本人操作，请立即再次重置密码，并联系平台客服。", PAGE);

    private static final NoticeKind<CredentialTakenAway> SECOND_FACTOR_REMOVED = taken(
                    "account.second-factor-removed", "两步验证被管理员解除")
            .says("您的两步验证已被解除", "管理员于 ${时间} 解除了您账号的两步验证和通行密钥，登录后请重新设置。如非您本人要求，请立即联系平台客服。", PAGE);

    private static final NoticeKind<CredentialTakenAway> PHONE_REPLACED = taken("account.phone-replaced", "登录手机号被管理员变更")
            .says("您的登录手机号已被变更", "管理员于 ${时间} 变更了您账号的登录手机号，短信将发送到新手机号。如非您本人要求，请立即联系平台客服。", PAGE);

    private static final NoticeKind<PasskeyChanged> PASSKEY_ADDED = passkey("account.passkey-added", "添加");
    private static final NoticeKind<PasskeyChanged> PASSKEY_DELETED = passkey("account.passkey-deleted", "删除");

    private static final NoticeKind<OutsideIdentityChanged> IDENTITY_BOUND = identity("account.identity-bound", "绑定");
    private static final NoticeKind<OutsideIdentityChanged> IDENTITY_UNBOUND =
            identity("account.identity-unbound", "解绑");

    private static final NoticeKind<PhoneChanged> PHONE_CHANGED = NoticeKind.<PhoneChanged>of(
                    NoticeGroup.ACCOUNT, "account.phone-changed", "本人更换登录手机号", "本人")
            .mandatory(Because.SECURITY)
            .knows(time(PhoneChanged::at))
            .says("您的登录手机号已更换", "您的账号于 ${时间} 更换了登录手机号，其他设备的登录已退出。如非本人操作，请立即联系平台客服。", PAGE);

    private static final NoticeKind<AccountFieldRevealed> FIELD_REVEALED = NoticeKind.<AccountFieldRevealed>of(
                    NoticeGroup.ACCOUNT, "account.field-revealed", "账号信息的明文被查看", "本人")
            .mandatory(Because.CONSENT)
            .knows(time(AccountFieldRevealed::at))
            .knows(Variable.<AccountFieldRevealed>text(
                            "查看机构", "查看人所在的机构", "区营商环境局", AccountFieldRevealed::institutionName)
                    .optional())
            .knows(Variable.<AccountFieldRevealed>text("查看人", "查看人的姓名", "王晓", AccountFieldRevealed::readerName)
                    .required()
                    .covered(Mask.NAME))
            .knows(Variable.<AccountFieldRevealed>text("信息项", "被查看的信息", "手机号", AccountFieldRevealed::field)
                    .required())
            .knows(Variable.<AccountFieldRevealed>text("理由", "查看人填写的理由", "核实企业联系人", AccountFieldRevealed::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("您的${信息项}被查看", "[[${查看机构} ]]${查看人} 于 ${时间} 查看了您的账号的${信息项}明文，理由：“${理由}”。如有疑问，请联系平台客服。", PAGE);

    private static final NoticeKind<WeChatBindingChanged> WECHAT_BOUND = weChat("account.wechat-bound", "绑定微信")
            .says("您的账号已绑定微信", "您的账号于 ${时间} 绑定了微信，该微信可以登录您的账号。如非本人操作，请立即在“账号安全”中解绑，并修改密码。", PAGE);

    private static final NoticeKind<WeChatBindingChanged> WECHAT_UNBOUND = weChat("account.wechat-unbound", "解绑微信")
            .says("您的账号已解绑微信", "您的账号于 ${时间} 解绑了微信，该微信不能再登录您的账号。如非本人操作，请立即修改密码。", PAGE);

    static final List<NoticeKind<?>> KINDS = List.of(
            NEW_DEVICE,
            PASSWORD_RESET,
            PASSWORD_RESET_BY_PHONE,
            SECOND_FACTOR_REMOVED,
            PHONE_REPLACED,
            PASSKEY_ADDED,
            PASSKEY_DELETED,
            IDENTITY_BOUND,
            IDENTITY_UNBOUND,
            PHONE_CHANGED,
            FIELD_REVEALED,
            WECHAT_BOUND,
            WECHAT_UNBOUND);

    @Bean
    EventHandler<SignedInFromNewDevice> newDeviceNotice(Noticeboard board) {
        return told(SignedInFromNewDevice.class, board, SignedInFromNewDevice::accountId, signIn -> NEW_DEVICE);
    }

    /** Whoever looks after an account can lock its owner out; the owner hears of it. */
    @Bean
    EventHandler<CredentialTakenAway> credentialNotice(Noticeboard board) {
        return told(
                CredentialTakenAway.class, board, CredentialTakenAway::accountId, taken -> switch (taken.credential()) {
                    case PASSWORD -> PASSWORD_RESET;
                    case SECOND_FACTOR -> SECOND_FACTOR_REMOVED;
                    case PHONE -> PHONE_REPLACED;
                });
    }

    /** Whoever has the phone for a moment sets a password by it: the owner hears of it. */
    @Bean
    EventHandler<PasswordResetByPhone> passwordResetNotice(Noticeboard board) {
        return told(
                PasswordResetByPhone.class, board, PasswordResetByPhone::accountId, reset -> PASSWORD_RESET_BY_PHONE);
    }

    /** Whoever has a passkey comes in without the password: the owner hears of each. */
    @Bean
    EventHandler<PasskeyChanged> passkeyNotice(Noticeboard board) {
        return told(
                PasskeyChanged.class,
                board,
                PasskeyChanged::accountId,
                change -> change.added() ? PASSKEY_ADDED : PASSKEY_DELETED);
    }

    /** Whom the provider knows comes in without the password: the owner hears of it. */
    @Bean
    EventHandler<OutsideIdentityChanged> outsideIdentityNotice(Noticeboard board) {
        return told(
                OutsideIdentityChanged.class,
                board,
                OutsideIdentityChanged::accountId,
                change -> change.bound() ? IDENTITY_BOUND : IDENTITY_UNBOUND);
    }

    /** The phone that the account had is told by text message besides ({@link EventTexts}). */
    @Bean
    EventHandler<PhoneChanged> phoneNotice(Noticeboard board) {
        return told(PhoneChanged.class, board, PhoneChanged::accountId, change -> PHONE_CHANGED);
    }

    /** What was covered and was shown to somebody: whose it is hears who, and why. */
    @Bean
    EventHandler<AccountFieldRevealed> fieldRevealedNotice(Noticeboard board) {
        return told(AccountFieldRevealed.class, board, AccountFieldRevealed::accountId, shown -> FIELD_REVEALED);
    }

    /** A way in that its owner did not open must not stay unseen. */
    @Bean
    EventHandler<WeChatBindingChanged> weChatNotice(Noticeboard board) {
        return told(
                WeChatBindingChanged.class,
                board,
                WeChatBindingChanged::accountId,
                change -> change.bound() ? WECHAT_BOUND : WECHAT_UNBOUND);
    }

    private static <E extends DomainEvent> EventHandler<E> told(
            Class<E> type, Noticeboard board, Function<E, UUID> owner, Function<E, NoticeKind<E>> kind) {
        return on(
                type,
                "notices",
                (event, meta) -> board.tell(Set.of(owner.apply(event)), meta, kind.apply(event), event));
    }

    private static <E> Variable<E> time(Function<E, Instant> at) {
        return Variable.<E>text("时间", "发生的时间", "11月28日 14:30", event -> TIME.format(BusinessTime.at(at.apply(event))))
                .required();
    }

    private static NoticeKind.Draft<CredentialTakenAway> taken(String code, String name) {
        return NoticeKind.<CredentialTakenAway>of(NoticeGroup.ACCOUNT, code, name, "本人")
                .mandatory(Because.SECURITY)
                .knows(time(CredentialTakenAway::at));
    }

    private static NoticeKind<PasskeyChanged> passkey(String code, String done) {
        return NoticeKind.<PasskeyChanged>of(NoticeGroup.ACCOUNT, code, done + "通行密钥", "本人")
                .mandatory(Because.SECURITY)
                .knows(time(PasskeyChanged::at))
                .knows(Variable.<PasskeyChanged>text("通行密钥", "通行密钥的名称", "我的手机", PasskeyChanged::passkey)
                        .covered(Mask.HIDDEN))
                .says(
                        "您的账号" + done + "了通行密钥",
                        "您的账号于 ${时间} " + done + "了通行密钥“${通行密钥}”。如非本人操作，请立即修改密码，并在“账号安全”中核对通行密钥。",
                        PAGE);
    }

    private static NoticeKind<OutsideIdentityChanged> identity(String code, String done) {
        return NoticeKind.<OutsideIdentityChanged>of(NoticeGroup.ACCOUNT, code, done + "第三方登录", "本人")
                .mandatory(Because.SECURITY)
                .knows(time(OutsideIdentityChanged::at))
                .knows(Variable.text("登录方式", "第三方登录的名称", "示例身份平台", OutsideIdentityChanged::provider))
                .says(
                        "您的账号" + done + "了${登录方式}",
                        "您的账号于 ${时间} " + done + "了“${登录方式}”登录。如非本人操作，请立即修改密码，并在“账号安全”中解绑。",
                        PAGE);
    }

    private static NoticeKind.Draft<WeChatBindingChanged> weChat(String code, String name) {
        return NoticeKind.<WeChatBindingChanged>of(NoticeGroup.ACCOUNT, code, name, "本人")
                .mandatory(Because.SECURITY)
                .knows(time(WeChatBindingChanged::at));
    }
}
