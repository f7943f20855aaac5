package cn.zhengqi.web;

import cn.zhengqi.kernel.UserType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Another system that calls by its key of the open interface, as the gateway's token for it says. It is no person: it holds the permissions of its scopes and
 * nothing else, not even what every signed-in person has. A controller takes it as an argument.
 *
 * @param id of the key
 * @param name under which the system was admitted
 * @param ownerId the enterprise or institution that answers for it
 * @param sandbox it is being built: of enterprises it sees those of the demo and no other
 * @param below institutions below the owner, where the key reaches them
 * @param ownerType as whom the people of the owner act; null where the token does not say
 */
public record CallingSystem(
        UUID id,
        String name,
        UUID ownerId,
        String ownerName,
        boolean sandbox,
        Set<String> permissions,
        Set<UUID> below,
        @Nullable UserType ownerType) {

    /** Claim that only tokens of systems have; it names the owner. */
    public static final String OWNER = "sys_owner";

    public static final String OWNER_NAME = "sys_owner_name";

    public static final String SANDBOX = "sys_sandbox";

    public static final String BELOW = "sys_below";

    public static final String OWNER_TYPE = "sys_owner_type";

    public CallingSystem {
        permissions = Set.copyOf(permissions);
        below = Set.copyOf(below);
    }

    /** Of an owner of whom no type is said. */
    public CallingSystem(
            UUID id,
            String name,
            UUID ownerId,
            String ownerName,
            boolean sandbox,
            Set<String> permissions,
            Set<UUID> below) {
        this(id, name, ownerId, ownerName, sandbox, permissions, below, null);
    }

    /** Of an owner below whom nothing stands. */
    public CallingSystem(
            UUID id, String name, UUID ownerId, String ownerName, boolean sandbox, Set<String> permissions) {
        this(id, name, ownerId, ownerName, sandbox, permissions, Set.of());
    }

    /** Empty for people, services and nobody. */
    public static Optional<CallingSystem> of(@Nullable Authentication caller) {
        return caller != null
                        && caller.getPrincipal() instanceof Jwt jwt
                        && jwt.hasClaim(OWNER)
                        && !jwt.hasClaim("user_type")
                ? Optional.of(of(jwt))
                : Optional.empty();
    }

    private static CallingSystem of(Jwt jwt) {
        List<String> permissions = jwt.getClaimAsStringList("perms");
        List<String> below = jwt.getClaimAsStringList(BELOW);
        return new CallingSystem(
                UUID.fromString(jwt.getSubject()),
                text(jwt, "name"),
                UUID.fromString(text(jwt, OWNER)),
                text(jwt, OWNER_NAME),
                Boolean.TRUE.equals(jwt.getClaim(SANDBOX)),
                permissions == null ? Set.of() : Set.copyOf(permissions),
                below == null ? Set.of() : below.stream().map(UUID::fromString).collect(Collectors.toSet()),
                jwt.hasClaim(OWNER_TYPE) ? UserType.valueOf(jwt.getClaimAsString(OWNER_TYPE)) : null);
    }

    public boolean has(String permission) {
        return permissions.contains(permission);
    }

    /** The owner and what stands below it: whose matters it handles. */
    public List<UUID> institutions() {
        return Stream.concat(Stream.of(ownerId), below.stream().sorted()).toList();
    }

    /** Whether it may see an enterprise, as far as that depends on the enterprise being one of the demo. */
    public boolean sees(boolean demo) {
        return demo || !sandbox;
    }

    private static String text(Jwt jwt, String claim) {
        String value = jwt.getClaimAsString(claim);
        return value == null ? "" : value;
    }
}
