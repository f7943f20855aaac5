package cn.zhengqi.web;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.FieldRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The person who is calling, as their token says. A controller takes it as an argument; where the route is public the
 * argument is {@code Optional} or {@code @Nullable}.
 *
 * @param enterpriseId the enterprise they act for now, if any
 * @param institutionId the bank, department or other institution they belong to, if any
 * @param fieldRules what their roles say of sensitive fields, by the field's code; where they say nothing, permissions decide
 */
public record CurrentUser(
        UUID accountId,
        String name,
        UserType userType,
        @Nullable UUID enterpriseId,
        @Nullable String enterpriseName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        Set<String> roles,
        Set<String> permissions,
        Map<String, FieldRule> fieldRules) {

    public CurrentUser {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
        fieldRules = Map.copyOf(fieldRules);
    }

    /** Somebody whose roles say nothing of fields. */
    public CurrentUser(
            UUID accountId,
            String name,
            UserType userType,
            @Nullable UUID enterpriseId,
            @Nullable String enterpriseName,
            @Nullable UUID institutionId,
            @Nullable String institutionName,
            Set<String> roles,
            Set<String> permissions) {
        this(
                accountId,
                name,
                userType,
                enterpriseId,
                enterpriseName,
                institutionId,
                institutionName,
                roles,
                permissions,
                Map.of());
    }

    /** The same person with roles that say this of fields. */
    public CurrentUser seeing(Map<String, FieldRule> rules) {
        return new CurrentUser(
                accountId,
                name,
                userType,
                enterpriseId,
                enterpriseName,
                institutionId,
                institutionName,
                roles,
                permissions,
                rules);
    }

    /** Empty when nobody is signed in, and when the caller is a service. */
    public static Optional<CurrentUser> find() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    public static Optional<CurrentUser> of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Jwt jwt ? of(jwt) : Optional.empty();
    }

    public static Optional<CurrentUser> of(Jwt jwt) {
        String userType = jwt.getClaimAsString("user_type");
        if (userType == null) {
            return Optional.empty();
        }
        String name = jwt.getClaimAsString("name");
        return Optional.of(new CurrentUser(
                UUID.fromString(jwt.getSubject()),
                name == null ? "" : name,
                UserType.valueOf(userType),
                uuid(jwt, "ent"),
                jwt.getClaimAsString("ent_name"),
                uuid(jwt, "inst"),
                jwt.getClaimAsString("inst_name"),
                words(jwt, "roles"),
                words(jwt, "perms"),
                fieldRules(jwt)));
    }

    public boolean has(String permission) {
        return permission.equals(Permission.SIGNED_IN) || permissions.contains(permission);
    }

    /** @throws ProblemException FORBIDDEN */
    public void require(String permission) {
        if (!has(permission)) {
            throw ProblemException.forbidden();
        }
    }

    /** @throws ProblemException NO_ENTERPRISE when they act for none */
    public UUID requireEnterprise() {
        if (enterpriseId == null) {
            throw new ProblemException(CommonProblem.NO_ENTERPRISE);
        }
        return enterpriseId;
    }

    /** @throws ProblemException NO_INSTITUTION when they belong to none */
    public UUID requireInstitution() {
        if (institutionId == null) {
            throw new ProblemException(CommonProblem.NO_INSTITUTION);
        }
        return institutionId;
    }

    private static @Nullable UUID uuid(Jwt jwt, String claim) {
        String text = jwt.getClaimAsString(claim);
        return text == null ? null : UUID.fromString(text);
    }

    private static Map<String, FieldRule> fieldRules(Jwt jwt) {
        List<String> words = jwt.getClaimAsStringList("fields");
        if (words == null || words.isEmpty()) {
            return Map.of();
        }
        Map<String, FieldRule> rules = new HashMap<>();
        for (String word : words) {
            int sign = word.indexOf('=');
            rules.put(word.substring(0, sign), FieldRule.valueOf(word.substring(sign + 1)));
        }
        return rules;
    }

    private static Set<String> words(Jwt jwt, String claim) {
        List<String> words = jwt.getClaimAsStringList(claim);
        return words == null ? Set.of() : Set.copyOf(words);
    }
}
