package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.Mask;
import java.util.regex.Pattern;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** For ops-service, which finds in 登录日志 what was typed without knowing the key of its index. */
@FeignClient(name = "auth-service", contextId = "internal-sign-in-names")
public interface InternalSignInNames {

    /** What somebody types as a name. */
    record Typed(String name) {

        private static final Pattern PHONE = Pattern.compile("\\d{11}");

        /** As it may be shown: a phone number is covered, anything else is not. */
        public static String covered(String name) {
            return PHONE.matcher(name).matches() ? Mask.PHONE.apply(name) : name;
        }
    }

    /** @param index keyed, hexadecimal; of what is typed in whatever capitals */
    record Index(String index) {}

    @PostMapping("/internal/sign-in-names/index")
    Index indexOf(@RequestBody Typed typed);
}
