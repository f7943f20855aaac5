package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.provider.Identities;
import cn.zhengqi.auth.provider.OutsideIdentity;
import cn.zhengqi.auth.provider.Providers;
import cn.zhengqi.auth.registration.Registrations;
import cn.zhengqi.auth.signin.SignInController.SignedIn;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.field.PersonName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For who came by a provider and is bound to no account: they register, or sign in to the account that is theirs and bind it. */
@RestController
@RequestMapping("/api/auth/sign-in/identity")
class IdentitySignInController {

    private final SignedInSessions sessions;
    private final Registrations registrations;
    private final Identities identities;
    private final Providers providers;
    private final SignInFlow flow;
    private final SecureRandom random = new SecureRandom();

    IdentitySignInController(
            SignedInSessions sessions,
            Registrations registrations,
            Identities identities,
            Providers providers,
            SignInFlow flow) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.identities = identities;
        this.providers = providers;
        this.flow = flow;
    }

    /**
     * Who came.
     *
     * @param provider as people call it
     * @param phone covered; present where the provider has proved it, so that no code is asked for
     */
    record NewIdentity(
            String provider, String displayName, @Nullable String phone) {}

    /** @param phone with the code that was sent to it; both absent where the provider has proved the phone */
    record IdentityRegistration(
            @NotNull UserType userType,

            @Nullable @Pattern(regexp = "1[3-9][0-9]{9}", message = "请填写 11 位手机号")
            String phone,

            @Nullable @Pattern(regexp = "[0-9]{6}", message = "请填写 6 位数字")
            String code,

            @NotBlank @Size(max = 50) @PersonName String displayName,
            @NotNull Channel channel,
            @AssertTrue(message = "请阅读并同意服务协议和隐私政策") boolean agreed) {}

    @GetMapping
    NewIdentity identity(HttpServletRequest request) {
        OutsideIdentity who = pending(request).identity();
        String phone = who.phone();
        return new NewIdentity(
                providers.nameOf(who.provider()).orElse(who.provider()),
                who.name(),
                phone == null ? null : Mask.PHONE.apply(phone));
    }

    /** @param binding what the sign-in that follows on the same page says along, within minutes: not whoever signs in next in this browser is meant */
    record BindingBegun(String binding) {}

    /** The account that is signed in to from this page is theirs. */
    @PostMapping("/binding")
    BindingBegun bind(HttpServletRequest request) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.awaitIdentity(pending(request).binding(secret), request);
        return new BindingBegun(secret);
    }

    /** An account without a password: one is set by 忘记密码, by who wants one. */
    @PostMapping("/registration")
    SignedIn register(
            @Valid @RequestBody IdentityRegistration wanted, HttpServletRequest request, HttpServletResponse response) {
        OutsideIdentity who = pending(request).identity();
        Account account = who.phone() == null
                ? registrations.registerWithoutPassword(
                        wanted.userType(),
                        required("phone", wanted.phone()),
                        required("code", wanted.code()),
                        wanted.displayName(),
                        wanted.channel())
                : registrations.registerProved(wanted.userType(), who.phone(), wanted.displayName(), wanted.channel());
        identities.bind(account, who);
        return flow.goOn(account, SignIn.By.provider(account), SignIn.Origin.of(request), request, response);
    }

    private PendingIdentity pending(HttpServletRequest request) {
        return sessions.awaitedIdentity(request)
                .orElseThrow(() -> new ProblemException(AuthProblem.SIGN_IN_EXPIRED, "操作已超时，请重新登录"));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            String message = field.equals("phone") ? "请填写 11 位手机号" : "请填写 6 位数字";
            throw new ProblemException(
                    AuthProblem.SMS_CODE_WRONG,
                    message,
                    List.of(new FieldProblem(field, AuthProblem.SMS_CODE_WRONG.name(), message)),
                    Map.of());
        }
        return value;
    }
}
