package cn.zhengqi.data;

import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.Territory;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the caller may see, as an explicit part of a query: all, or those to which any of the rest applies; nothing where none does. {@link Scoped}
 * adds it to a query of MyBatis-Plus; SQL written by hand binds its components.
 *
 * @param enterpriseId what belongs to this enterprise
 * @param person what this person handled
 * @param desk where that person works: what nobody handles yet lies there
 * @param institutions what these are responsible for
 * @param towns what lies in these towns
 */
public record DataScope(
        boolean everything,
        @Nullable UUID enterpriseId,
        @Nullable UUID person,
        @Nullable UUID desk,
        List<UUID> institutions,
        List<String> towns) {

    private static final DataScope ALL = new DataScope(true, null, null, null, List.of(), List.of());
    private static final DataScope NONE = new DataScope(false, null, null, null, List.of(), List.of());

    public DataScope {
        institutions = List.copyOf(institutions);
        towns = List.copyOf(towns);
    }

    public static DataScope all() {
        return ALL;
    }

    public static DataScope ofEnterprise(UUID enterpriseId) {
        return new DataScope(false, enterpriseId, null, null, List.of(), List.of());
    }

    public static DataScope ofInstitution(UUID institutionId) {
        return ofInstitutions(List.of(institutionId));
    }

    public static DataScope ofInstitutions(List<UUID> institutions) {
        return new DataScope(false, null, null, null, institutions, List.of());
    }

    /** Sees nothing: a caller without the enterprise or institution that the query would be about. */
    public static DataScope none() {
        return NONE;
    }

    /** What somebody's roles let them reach, by what that means where they work. */
    public static DataScope of(Reach reach, Territory territory, UUID person) {
        if (reach.all()) {
            return ALL;
        }
        Collection<String> towns = new TreeSet<>(reach.towns());
        if (reach.institution()) {
            towns.addAll(territory.towns());
        }
        return new DataScope(
                false,
                null,
                reach.own() ? person : null,
                reach.own() ? territory.own() : null,
                institutions(reach, territory),
                List.copyOf(towns));
    }

    /** What figures count for somebody: by institutions alone, so what they handle themselves, of which figures know nothing, is all where they work. */
    public static DataScope ofFigures(Reach reach, Territory territory) {
        if (reach.all()) {
            return ALL;
        }
        Collection<UUID> institutions = new TreeSet<>(institutions(reach, territory));
        if (reach.own()) {
            institutions.addAll(territory.institutions());
        }
        return ofInstitutions(List.copyOf(institutions));
    }

    private static List<UUID> institutions(Reach reach, Territory territory) {
        Collection<UUID> institutions = new TreeSet<>(reach.institutions());
        if (reach.institution()) {
            institutions.addAll(territory.institutions());
        }
        return List.copyOf(institutions);
    }

    /** Whether a row of this enterprise and this institution is within. */
    public boolean permits(@Nullable UUID enterprise, @Nullable UUID institution) {
        return everything
                || (enterpriseId != null && enterpriseId.equals(enterprise))
                || (institution != null && institutions.contains(institution));
    }
}
