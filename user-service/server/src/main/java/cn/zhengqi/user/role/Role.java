package cn.zhengqi.user.role;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InstitutionType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A named set of permissions.
 *
 * @param institutionId whose role it is; null: preset, for the people of institutions of the types in {@code holders}
 */
public record Role(
        String code,
        String name,
        String description,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        List<String> holders,
        Duty duty,
        @Nullable UUID createdBy,
        @Nullable String createdByName,
        @Nullable Instant createdAt,
        @Nullable UUID updatedBy,
        @Nullable String updatedByName,
        @Nullable Instant updatedAt,
        int version) {

    private static final Pattern OWN_CODE =
            Pattern.compile("R_([0-9A-F]{8})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{12})");

    /** One that an institution makes for itself; its code is nobody else's. */
    static Role made(
            String name, String description, UUID institutionId, Duty duty, UUID by, String byName, Instant at) {
        return new Role(
                "R_" + Ids.next().toString().replace("-", "").toUpperCase(Locale.ROOT),
                name.strip(),
                description.strip(),
                institutionId,
                null,
                List.of(),
                duty,
                by,
                byName,
                at,
                null,
                null,
                null,
                0);
    }

    /** @param seen version that was decided by */
    Role changed(String newName, String newDescription, Duty newDuty, UUID by, String byName, Instant at, int seen) {
        return new Role(
                code,
                newName.strip(),
                newDescription.strip(),
                owner(),
                null,
                holders,
                newDuty,
                createdBy,
                createdByName,
                createdAt,
                by,
                byName,
                at,
                seen);
    }

    boolean preset() {
        return institutionId == null;
    }

    /** @throws ProblemException ROLE_PRESET */
    void requireOwn() {
        if (preset()) {
            throw new ProblemException(UserProblem.ROLE_PRESET);
        }
    }

    /** The institution that made it. */
    UUID owner() {
        if (institutionId == null) {
            throw new IllegalStateException("An own role has its institution: " + code);
        }
        return institutionId;
    }

    /** By which the log of changes knows this role among those of its institution: the id that is in its code. */
    UUID subject() {
        Matcher own = OWN_CODE.matcher(code);
        return own.matches()
                ? UUID.fromString(
                        String.join("-", own.group(1), own.group(2), own.group(3), own.group(4), own.group(5)))
                : UUID.nameUUIDFromBytes(("role:" + code).getBytes(StandardCharsets.UTF_8));
    }

    boolean isFor(InstitutionType type) {
        return holders.contains(type.name());
    }
}
