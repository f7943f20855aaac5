package cn.zhengqi.web.security;

import cn.zhengqi.web.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;

/** Tells another service from a person: its token names no user type, and the one permission {@code internal}. */
final class ServiceCaller {

    private ServiceCaller() {}

    static boolean is(@Nullable Authentication caller) {
        return caller != null
                && caller.getPrincipal() instanceof Jwt jwt
                && !jwt.hasClaim("user_type")
                && jwt.hasClaim("perms")
                && jwt.getClaimAsStringList("perms").contains(Permission.INTERNAL);
    }
}
