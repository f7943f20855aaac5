package cn.zhengqi.user.role;

import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopeKind;
import cn.zhengqi.user.api.InstitutionType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a role reaches into one resource, as it says itself.
 *
 * @param resource by its code
 * @param holder of people of which type of institution alone a preset role says so; absent: of all
 * @param towns with TOWNS: by their codes
 * @param institutions with INSTITUTIONS: by their ids
 */
public record SaidScope(
        @NotBlank String resource,
        @Nullable InstitutionType holder,
        @NotNull ScopeKind kind,
        @NotNull @Size(max = 50) List<@NotBlank String> towns,
        @NotNull @Size(max = 50) List<@NotNull UUID> institutions) {

    public SaidScope {
        towns = towns == null ? List.of() : towns.stream().distinct().sorted().toList();
        institutions = institutions == null
                ? List.of()
                : institutions.stream().distinct().sorted().toList();
    }

    /** Chosen ones, and none chosen: whoever holds the role would see nothing and not know why. */
    boolean namesNobody() {
        return switch (kind) {
            case TOWNS -> towns.isEmpty();
            case INSTITUTIONS -> institutions.isEmpty();
            case ALL, INSTITUTION, OWN -> false;
        };
    }

    Reach reach() {
        return Reach.of(kind, towns, institutions);
    }
}
