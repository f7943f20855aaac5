package cn.zhengqi.auth.wechat;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.PasswordProof;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.Sensitive;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** WeChat, for pages: whether there is any, one's own binding (账号安全), and the signature of the JSSDK. */
@RestController
@RequestMapping("/api/auth/wechat")
class WeChatController {

    private final OfficialAccount weChat;
    private final WeChatBindings bindings;
    private final Accounts accounts;
    private final PasswordProof proof;
    private final WeChatSubscriptions subscriptions;

    WeChatController(
            OfficialAccount weChat,
            WeChatBindings bindings,
            Accounts accounts,
            PasswordProof proof,
            WeChatSubscriptions subscriptions) {
        this.weChat = weChat;
        this.bindings = bindings;
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.proof = proof;
    }

    record Availability(boolean available) {}

    /**
     * One's own binding.
     *
     * @param available whether WeChat can be bound at all
     * @param boundAt absent: none is bound
     */
    record OwnBinding(
            boolean available,
            boolean bound,
            @Nullable @Sensitive(mask = Mask.NAME) String nickname,
            @Nullable OffsetDateTime boundAt) {}

    /**
     * One's own agreement to subscription messages.
     *
     * @param templateId what WeChat is to ask for; absent: there are none, or no WeChat is bound
     * @param remaining how many messages were agreed to and not sent yet
     */
    record OwnSubscription(@Nullable String templateId, int remaining) {}

    record Unbinding(@NotNull @Size(max = 200) String password) {}

    /** Asked before anybody has signed in: says whether the page offers it. */
    @GetMapping
    Availability availability() {
        return new Availability(weChat.available());
    }

    @GetMapping("/binding")
    @Permission(Permission.SIGNED_IN)
    OwnBinding binding(CurrentUser user) {
        return bindings.of(user.accountId())
                .map(it -> new OwnBinding(weChat.available(), true, it.nickname(), it.boundAt()))
                .orElseGet(() -> new OwnBinding(weChat.available(), false, null, null));
    }

    @GetMapping("/subscription")
    @Permission(Permission.SIGNED_IN)
    OwnSubscription subscription(CurrentUser user) {
        return weChat.subscriptionTemplate()
                .filter(template -> bindings.of(user.accountId()).isPresent())
                .map(template -> new OwnSubscription(template, subscriptions.remaining(user.accountId(), template)))
                .orElseGet(() -> new OwnSubscription(null, 0));
    }

    /** Asks for the password, so that an open screen is not enough. */
    @PostMapping("/binding/removal")
    @Permission(Permission.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unbind(CurrentUser user, @Valid @RequestBody Unbinding body) {
        Account account = accounts.get(user.accountId());
        proof.require(account, body.password(), "password");
        bindings.unbind(account);
    }

    /** @param url of the page that will show it to WeChat: of this site alone */
    @GetMapping("/js-sdk")
    @Permission(Permission.SIGNED_IN)
    OfficialAccount.PageSignature signature(@RequestParam URI url) {
        return weChat.sign(url);
    }
}
