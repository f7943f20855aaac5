package cn.zhengqi.kernel.permission;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody works: what "own institution and below" means for them.
 *
 * @param own absent: they belong to no institution
 * @param institutions the own one and all below
 * @param towns those among them that are towns, by their code
 */
public record Territory(@Nullable UUID own, Set<UUID> institutions, Set<String> towns) {

    public static final Territory NONE = new Territory(null, Set.of(), Set.of());

    public Territory {
        institutions = Set.copyOf(institutions);
        towns = Set.copyOf(towns);
    }

    /** @param below all institutions below the own one */
    public static Territory of(@Nullable UUID own, Collection<UUID> below, Collection<String> towns) {
        if (own == null) {
            return NONE;
        }
        Set<UUID> institutions = new LinkedHashSet<>(below);
        institutions.add(own);
        return new Territory(own, institutions, Set.copyOf(towns));
    }
}
