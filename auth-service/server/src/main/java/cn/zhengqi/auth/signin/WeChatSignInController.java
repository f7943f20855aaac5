package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.signin.SignInController.Credentials;
import cn.zhengqi.auth.signin.SignInController.SignedIn;
import cn.zhengqi.auth.signin.SignInController.SmsCredentials;
import cn.zhengqi.auth.wechat.OfficialAccount;
import cn.zhengqi.auth.wechat.OfficialAccount.Depth;
import cn.zhengqi.auth.wechat.WeChatBindings;
import cn.zhengqi.auth.wechat.WeChatUser;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.Sensitive;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 微信登录. A browser is sent to WeChat and comes back with a code; a WeChat user that opens an account is in, any other shows whose account it shall open. Between
 * pages it goes by redirects, so that what went wrong is said by the sign-in page, in whose address stands a word and never a detail.
 */
@RestController
@RequestMapping("/api/auth/sign-in/wechat")
class WeChatSignInController {

    private static final String CALLBACK = "/api/auth/sign-in/wechat/callback";

    private final OfficialAccount weChat;
    private final WeChatBindings bindings;
    private final WeChatArrivals arrivals;
    private final SignIn signIn;
    private final SignInFlow flow;
    private final SignedInSessions sessions;

    WeChatSignInController(
            OfficialAccount weChat,
            WeChatBindings bindings,
            WeChatArrivals arrivals,
            SignIn signIn,
            SignInFlow flow,
            SignedInSessions sessions) {
        this.weChat = weChat;
        this.bindings = bindings;
        this.arrivals = arrivals;
        this.signIn = signIn;
        this.flow = flow;
        this.sessions = sessions;
    }

    /**
     * Who asks to be bound.
     *
     * @param waiting false: nobody does, or it is too long ago
     */
    record Arrived(
            boolean waiting,
            @Nullable @Sensitive(mask = Mask.NAME) String nickname) {}

    /** @param wanted page of this site to go on to; absent: what the browser wanted when it was asked to sign in */
    @GetMapping
    ResponseEntity<Void> begin(
            @RequestParam(name = "continue", required = false) @Nullable String wanted, HttpServletRequest request) {
        if (!weChat.available()) {
            return to(signInPage("WECHAT_OFF"));
        }
        if (wanted != null) {
            sessions.goOnTo(wanted, request);
        }
        return to(weChat.recognition(CALLBACK, Depth.SILENT, arrivals.send(request, Depth.SILENT)));
    }

    /** @param code absent when the person did not agree */
    @GetMapping("/callback")
    ResponseEntity<Void> callback(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Depth> sent = arrivals.comesBack(request, state);
        if (sent.isEmpty() || code == null || code.isBlank()) {
            return to(signInPage("WECHAT_EXPIRED"));
        }
        try {
            WeChatUser user = weChat.userBy(code, sent.get());
            Optional<Account> account = bindings.accountOf(user);
            return account.isPresent() ? enter(account.get(), request, response) : introduce(user, sent.get(), request);
        } catch (ProblemException refused) {
            return to(signInPage(refused.code().name()));
        }
    }

    private ResponseEntity<Void> enter(Account account, HttpServletRequest request, HttpServletResponse response) {
        SignIn.Origin origin = SignIn.Origin.of(request);
        signIn.judgeWeChat(account, origin);
        SignedIn answer = flow.goOn(account, SignIn.By.WECHAT, origin, request, response);
        String continueTo = answer.continueTo();
        return to(
                continueTo != null
                        ? URI.create(continueTo)
                        : UriComponentsBuilder.fromPath("/sign-in")
                                .queryParam("next", answer.next())
                                .queryParamIfPresent(
                                        "passkey", Optional.of(true).filter(may -> answer.passkey()))
                                .build()
                                .toUri());
    }

    private ResponseEntity<Void> introduce(WeChatUser user, Depth depth, HttpServletRequest request) {
        if (depth == Depth.SILENT) {
            return to(weChat.recognition(CALLBACK, Depth.WITH_NAME, arrivals.send(request, Depth.WITH_NAME)));
        }
        arrivals.await(request, user);
        return to(URI.create("/sign-in/wechat"));
    }

    @GetMapping("/binding")
    Arrived arrived(HttpServletRequest request) {
        return arrivals.find(request)
                .map(user -> new Arrived(true, user.nickname()))
                .orElseGet(() -> new Arrived(false, null));
    }

    /** Signs in by a code to the phone, and from then on by WeChat. */
    @PostMapping("/binding")
    SignedIn bind(
            @Valid @RequestBody SmsCredentials credentials, HttpServletRequest request, HttpServletResponse response) {
        arrivals.require(request);
        SignIn.Origin origin = SignIn.Origin.of(request);
        return proved(
                signIn.judgeSms(credentials.phone(), credentials.code(), credentials.proof(), origin),
                SignIn.By.sms(credentials.phone()),
                origin,
                request,
                response);
    }

    @PostMapping("/binding/password")
    SignedIn bindByPassword(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        arrivals.require(request);
        String name = SignIn.nameOf(credentials.username());
        SignIn.Origin origin = SignIn.Origin.of(request);
        return proved(
                signIn.judge(name, credentials.password(), credentials.proof(), origin),
                SignIn.By.password(name),
                origin,
                request,
                response);
    }

    private SignedIn proved(
            Account account,
            SignIn.By by,
            SignIn.Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        bindings.refuseUnlessBindable(account);
        arrivals.provedFor(request, account);
        return flow.goOn(account, by, origin, request, response);
    }

    private static URI signInPage(String why) {
        return UriComponentsBuilder.fromPath("/sign-in")
                .queryParam("error", why)
                .build()
                .toUri();
    }

    private static ResponseEntity<Void> to(URI place) {
        return ResponseEntity.status(HttpStatus.FOUND).location(place).build();
    }
}
