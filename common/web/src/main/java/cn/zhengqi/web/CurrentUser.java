package cn.zhengqi.web;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.EnumMap;
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
 * @param reaches how far their roles reach into the records of a resource; asked by {@link #reach}
 * @param territory their institution and those below it
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
        Map<String, FieldRule> fieldRules,
        Map<ScopedResource, Reach> reaches,
        Territory territory) {

    /**
     * A request asks for it at each of its stations, and a page with many requests: the same token is read once, while somebody holds it (RememberedTokens does, for a minute).
     */
    private static final Cache<Jwt, Optional<CurrentUser>> READ =
            Caffeine.newBuilder().weakKeys().build();

    public CurrentUser {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
        fieldRules = Map.copyOf(fieldRules);
        reaches = Map.copyOf(reaches);
    }

    /** Somebody whose roles say nothing of fields and reach, with no institution below their own. */
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
                Map.of(),
                Map.of(),
                Territory.of(institutionId, Set.of(), Set.of()));
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
                rules,
                reaches,
                territory);
    }

    /** The same person with roles that reach this far. */
    public CurrentUser reaching(Map<ScopedResource, Reach> far, Territory within) {
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
                fieldRules,
                far,
                within);
    }

    /** How far they reach into these records; where nothing is said never to all. */
    public Reach reach(ScopedResource resource) {
        return reaches.getOrDefault(resource, resource.unsaid());
    }

    /** Empty when nobody is signed in, and when the caller is a service. */
    public static Optional<CurrentUser> find() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    public static Optional<CurrentUser> of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Jwt jwt ? of(jwt) : Optional.empty();
    }

    public static Optional<CurrentUser> of(Jwt jwt) {
        return READ.get(jwt, CurrentUser::read);
    }

    private static Optional<CurrentUser> read(Jwt jwt) {
        String userType = jwt.getClaimAsString("user_type");
        if (userType == null) {
            return Optional.empty();
        }
        String name = jwt.getClaimAsString("name");
        UUID institutionId = uuid(jwt, "inst");
        return Optional.of(new CurrentUser(
                UUID.fromString(jwt.getSubject()),
                name == null ? "" : name,
                UserType.valueOf(userType),
                uuid(jwt, "ent"),
                jwt.getClaimAsString("ent_name"),
                institutionId,
                jwt.getClaimAsString("inst_name"),
                words(jwt, "roles"),
                words(jwt, "perms"),
                fieldRules(jwt),
                reaches(jwt),
                Territory.of(
                        institutionId,
                        words(jwt, "below").stream().map(UUID::fromString).toList(),
                        words(jwt, "towns"))));
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
        List<String> words = list(jwt, "fields");
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

    private static Map<ScopedResource, Reach> reaches(Jwt jwt) {
        Map<ScopedResource, Reach> reaches = new EnumMap<>(ScopedResource.class);
        for (String said : words(jwt, "scopes")) {
            int sign = said.indexOf('=');
            // One that this release of the service does not know is none of its own.
            ScopedResource.of(said.substring(0, sign))
                    .ifPresent(resource -> reaches.put(resource, Reach.parse(said.substring(sign + 1))));
        }
        return reaches;
    }

    private static Set<String> words(Jwt jwt, String claim) {
        List<String> words = list(jwt, claim);
        return words == null ? Set.of() : Set.copyOf(words);
    }

    /** A token holds lists of texts as they are; to convert them copies them word by word, in every request. */
    @SuppressWarnings("unchecked")
    private static @Nullable List<String> list(Jwt jwt, String claim) {
        return jwt.getClaim(claim) instanceof List<?> words ? (List<String>) words : jwt.getClaimAsStringList(claim);
    }
}
