package cn.zhengqi.kernel.permission;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody reaches into the records of one resource: what a role says, or what several say together. Not yet what it means for this
 * person, which their {@link Territory} tells.
 */
public record Reach(boolean all, boolean institution, boolean own, Set<String> towns, Set<UUID> institutions) {

    public static final Reach ALL = new Reach(true, false, false, Set.of(), Set.of());
    public static final Reach INSTITUTION = new Reach(false, true, false, Set.of(), Set.of());

    public static final Reach OWN = new Reach(false, false, true, Set.of(), Set.of());
    public static final Reach NONE = new Reach(false, false, false, Set.of(), Set.of());

    private static final String AND = "+";

    public Reach {
        towns = Set.copyOf(towns);
        institutions = Set.copyOf(institutions);
    }

    /** What one role says. */
    public static Reach of(ScopeKind kind, Collection<String> towns, Collection<UUID> institutions) {
        return switch (kind) {
            case ALL -> ALL;
            case INSTITUTION -> INSTITUTION;
            case OWN -> OWN;
            case TOWNS -> new Reach(false, false, false, Set.copyOf(towns), Set.of());
            case INSTITUTIONS -> new Reach(false, false, false, Set.of(), Set.copyOf(institutions));
        };
    }

    /** Of several roles the widest counts: what any of them reaches. */
    public Reach or(Reach other) {
        if (all || other.all) {
            return ALL;
        }
        Set<String> bothTowns = new HashSet<>(towns);
        bothTowns.addAll(other.towns);
        Set<UUID> bothInstitutions = new HashSet<>(institutions);
        bothInstitutions.addAll(other.institutions);
        return new Reach(false, institution || other.institution, own || other.own, bothTowns, bothInstitutions);
    }

    /**
     * Whether whoever reaches this far may let somebody of their own institution, or one below, reach as far as the other.
     *
     * @param here of the one who reaches this far
     */
    public boolean covers(Reach other, Territory here) {
        if (all) {
            return true;
        }
        if (other.all || (other.institution && !institution)) {
            return false;
        }
        Set<String> mine = new HashSet<>(towns);
        Set<UUID> ours = new HashSet<>(institutions);
        if (institution) {
            mine.addAll(here.towns());
            ours.addAll(here.institutions());
        }
        // What the other handled themselves lies within their institution, or they would not have come to it.
        return mine.containsAll(other.towns) && ours.containsAll(other.institutions);
    }

    /**
     * Whether a record of this town is within, whoever handles it.
     *
     * @param town null: nobody knows where it lies
     * @param here of the one who reaches this far
     */
    public boolean comesTo(@Nullable String town, Territory here) {
        return all
                || (town != null
                        && (towns.contains(town) || (institution && here.towns().contains(town))));
    }

    /** As a token carries it, as {@code INSTITUTION+TOWNS:110101001,110101002}; read by {@link #parse}. */
    public String word() {
        if (all) {
            return ScopeKind.ALL.name();
        }
        StringBuilder word = new StringBuilder();
        if (institution) {
            word.append(AND).append(ScopeKind.INSTITUTION);
        }
        if (own) {
            word.append(AND).append(ScopeKind.OWN);
        }
        if (!towns.isEmpty()) {
            word.append(AND).append(ScopeKind.TOWNS).append(':').append(String.join(",", new TreeSet<>(towns)));
        }
        if (!institutions.isEmpty()) {
            word.append(AND)
                    .append(ScopeKind.INSTITUTIONS)
                    .append(':')
                    .append(institutions.stream().sorted().map(UUID::toString).collect(Collectors.joining(",")));
        }
        return word.isEmpty() ? "" : word.substring(AND.length());
    }

    /** @throws IllegalArgumentException for a word that {@link #word} does not write */
    public static Reach parse(String word) {
        Reach reach = NONE;
        if (word.isEmpty()) {
            return reach;
        }
        for (String part : word.split("\\+", -1)) {
            int colon = part.indexOf(':');
            ScopeKind kind = ScopeKind.valueOf(colon < 0 ? part : part.substring(0, colon));
            String[] values =
                    colon < 0 ? new String[0] : part.substring(colon + 1).split(",", -1);
            reach = reach.or(
                    switch (kind) {
                        case TOWNS -> of(kind, Arrays.asList(values), Set.of());
                        case INSTITUTIONS ->
                            of(
                                    kind,
                                    Set.of(),
                                    Arrays.stream(values).map(UUID::fromString).toList());
                        case ALL, INSTITUTION, OWN -> of(kind, Set.of(), Set.of());
                    });
        }
        return reach;
    }
}
