package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.api.InternalSignInNames;
import cn.zhengqi.web.Callers;
import java.util.HexFormat;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("ops-service")
class SignInNamesEndpoint implements InternalSignInNames {

    private final SignInHistory history;

    SignInNamesEndpoint(SignInHistory history) {
        this.history = history;
    }

    @Override
    @PostMapping("/internal/sign-in-names/index")
    public Index indexOf(@RequestBody Typed typed) {
        return new Index(HexFormat.of().formatHex(history.indexOf(typed.name())));
    }
}
