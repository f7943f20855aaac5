package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.passkey.Passkeys;
import cn.zhengqi.auth.provider.Providers;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the sign-in page offers beside password and text message. */
@RestController
class SignInWaysController {

    private final Passkeys passkeys;
    private final Providers providers;

    SignInWaysController(Passkeys passkeys, Providers providers) {
        this.passkeys = passkeys;
        this.providers = providers;
    }

    /** @param providers where one may come from, in the order of their ids */
    record SignInWays(boolean passkeys, List<Providers.Door> providers) {}

    @GetMapping("/api/auth/sign-in/ways")
    SignInWays ways() {
        return new SignInWays(passkeys.available(), providers.doors());
    }
}
