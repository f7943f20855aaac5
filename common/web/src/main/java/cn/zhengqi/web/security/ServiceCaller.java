package cn.zhengqi.web.security;

import cn.zhengqi.web.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Tells another service from a person: its token names no user type, and the one permission {@code internal}. Its
 * subject is the client that got it, so that a route can say which services it answers.
 */
final class ServiceCaller {

    private static final String PREFIX = Permission.INTERNAL + ":";

    private ServiceCaller() {}

    /** What a route names so that this service may ask it. */
    static String permission(String service) {
        return PREFIX + service;
    }

    static boolean isNamedBy(String permission) {
        return permission.startsWith(PREFIX);
    }

    static boolean holds(@Nullable Authentication caller, String permission) {
        return caller != null
                && caller.getPrincipal() instanceof Jwt jwt
                && !jwt.hasClaim("user_type")
                && jwt.hasClaim("perms")
                && jwt.getClaimAsStringList("perms").contains(Permission.INTERNAL)
                && permission.equals(permission(jwt.getSubject()));
    }
}
