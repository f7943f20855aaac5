package cn.zhengqi.user.role;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopeKind;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.user.reference.ReferenceData;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 数据权限: how far roles reach into the records of a resource. Nobody lets a role reach further than they may give as a {@link Giver}.
 */
@Component
public class RoleScopes {

    private final RoleScopeMapper mapper;
    private final InstitutionTree tree;
    private final ReferenceData reference;
    private final AuditTrail audit;

    RoleScopes(RoleScopeMapper mapper, InstitutionTree tree, ReferenceData reference, AuditTrail audit) {
        this.mapper = mapper;
        this.tree = tree;
        this.reference = reference;
        this.audit = audit;
    }

    /**
     * What roles reach together: the widest of those that come to a resource at all. A role that comes to it and says nothing counts with what
     * is so unsaid.
     *
     * @param type of the institution at which somebody has them
     */
    public Map<ScopedResource, Reach> together(Collection<String> roles, @Nullable InstitutionType type) {
        if (roles.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> permissions = new HashMap<>();
        mapper.permissions(roles)
                .forEach(held -> permissions
                        .computeIfAbsent(held.roleCode(), role -> new HashSet<>())
                        .add(held.permission()));
        Map<String, Map<String, SaidScope>> said = new HashMap<>();
        mapper.of(roles).stream()
                .filter(one -> holds(one, type))
                .forEach(one -> said.computeIfAbsent(one.roleCode(), role -> new HashMap<>())
                        .put(one.resource(), scope(one)));
        Map<ScopedResource, Reach> widest = new EnumMap<>(ScopedResource.class);
        permissions.forEach((role, held) -> {
            for (ScopedResource resource : ScopedResource.values()) {
                if (resource.isTouchedBy(held)) {
                    SaidScope own = said.getOrDefault(role, Map.of()).get(resource.code());
                    widest.merge(resource, own == null ? resource.unsaid() : own.reach(), Reach::or);
                }
            }
        });
        return widest;
    }

    /** All resources, with how far the caller may go. */
    List<ScopedResourceRow> all(Giver giver) {
        Territory here = territory(giver);
        return Arrays.stream(ScopedResource.values())
                .map(resource -> row(resource, giver.reach(resource), here))
                .toList();
    }

    private static ScopedResourceRow row(ScopedResource resource, Reach most, Territory here) {
        List<String> towns = Stream.concat(
                        most.towns().stream(), most.institution() ? here.towns().stream() : Stream.empty())
                .distinct()
                .sorted()
                .toList();
        List<UUID> institutions = Stream.concat(
                        most.institutions().stream(),
                        most.institution() ? here.institutions().stream() : Stream.empty())
                .distinct()
                .sorted()
                .toList();
        return new ScopedResourceRow(
                resource.code(),
                resource.label(),
                resource.application(),
                resource.permissions(),
                resource.unsaid().own() ? ScopeKind.OWN : ScopeKind.INSTITUTION,
                resource.kinds().stream()
                        .map(kind -> new ScopedResourceRow.Choice(
                                kind,
                                most.all()
                                        || switch (kind) {
                                            case TOWNS -> !towns.isEmpty();
                                            case INSTITUTIONS -> !institutions.isEmpty();
                                            case ALL, INSTITUTION, OWN ->
                                                most.covers(Reach.of(kind, Set.of(), Set.of()), here);
                                        }))
                        .toList(),
                most.all() ? null : towns,
                most.all() ? null : institutions);
    }

    List<SaidScope> of(String role) {
        return mapper.of(List.of(role)).stream().map(RoleScopes::scope).toList();
    }

    /** Whether giving the role to somebody at an institution of this type lets them reach no further than may be given. */
    boolean mayGrant(String role, InstitutionType type, Giver giver) {
        Territory here = territory(giver);
        return together(List.of(role), type).entrySet().stream()
                .allMatch(reached -> giver.reach(reached.getKey()).covers(reached.getValue(), here));
    }

    /**
     * Replaces what the role says.
     *
     * @param permissions of the role
     * @throws ProblemException SCOPE_UNKNOWN, SCOPE_NOT_HELD, SCOPE_EMPTY
     */
    void replace(Role changed, Collection<String> permissions, List<SaidScope> wanted, Giver giver) {
        String role = changed.code();
        Territory here = territory(giver);
        List<SaidScope> before = of(role);
        Map<String, SaidScope> after = new TreeMap<>();
        for (SaidScope scope : wanted) {
            ScopedResource resource = ScopedResource.of(scope.resource())
                    .filter(known -> known.kinds().contains(scope.kind()) && isKnown(scope))
                    .orElseThrow(() -> refused(UserProblem.SCOPE_UNKNOWN));
            if (!before.contains(scope) && !giver.reach(resource).covers(scope.reach(), here)) {
                throw refused(UserProblem.SCOPE_NOT_HELD);
            }
            if (!before.contains(scope) && scope.namesNobody()) {
                throw refused(UserProblem.SCOPE_EMPTY);
            }
            if (scope.holder() != null || after.put(scope.resource(), scope) != null) {
                throw refused(UserProblem.SCOPE_UNKNOWN);
            }
        }
        for (ScopedResource resource : ScopedResource.values()) {
            boolean unsaidBefore =
                    before.stream().noneMatch(scope -> scope.resource().equals(resource.code()));
            if (!after.containsKey(resource.code())
                    && !unsaidBefore
                    && resource.isTouchedBy(permissions)
                    && !giver.reach(resource).covers(resource.unsaid(), here)) {
                throw refused(UserProblem.SCOPE_NOT_HELD);
            }
        }
        // Of a resource that this release does not know a role keeps what it said.
        before.stream()
                .filter(scope -> ScopedResource.of(scope.resource()).isEmpty())
                .forEach(scope -> after.put(scope.resource(), scope));
        mapper.clear(role);
        after.values().forEach(scope -> put(role, scope));
        audit.changed(
                UserAction.ROLE_SCOPES_CHANGED,
                changed.subject(),
                changed.name(),
                new Content(role, inWords(before)),
                new Content(role, inWords(after.values())));
    }

    /**
     * A role that says nothing of a resource would reach to the own institution and below: where that is more than may be given, it says how
     * far that is.
     */
    void narrow(String role, Collection<String> permissions, Giver giver) {
        Territory here = territory(giver);
        Set<String> said = of(role).stream().map(SaidScope::resource).collect(Collectors.toSet());
        for (ScopedResource resource : ScopedResource.values()) {
            if (resource.isTouchedBy(permissions)
                    && !said.contains(resource.code())
                    && !giver.reach(resource).covers(resource.unsaid(), here)) {
                put(role, asFarAs(giver.reach(resource), resource));
            }
        }
    }

    /** What the caller may not let a role reach is left out of the copy: there it reaches as far as may be given. */
    void copy(String from, String to, InstitutionType type, Collection<String> permissions, Giver giver) {
        Territory here = territory(giver);
        mapper.of(List.of(from)).stream()
                .filter(one -> holds(one, type))
                .map(RoleScopes::scope)
                .filter(scope -> ScopedResource.of(scope.resource())
                        .map(resource -> giver.reach(resource).covers(scope.reach(), here))
                        .orElse(false))
                .forEach(scope -> put(to, scope));
        narrow(to, permissions, giver);
    }

    private void put(String role, SaidScope scope) {
        mapper.put(role, scope.resource(), scope.kind().name(), scope.towns(), scope.institutions());
    }

    /** In the one kind that a role says: the widest of those that are not refused. */
    private static SaidScope asFarAs(Reach most, ScopedResource resource) {
        if (!most.institutions().isEmpty() && resource.kinds().contains(ScopeKind.INSTITUTIONS)) {
            List<UUID> institutions = most.institutions().stream().sorted().toList();
            return new SaidScope(resource.code(), null, ScopeKind.INSTITUTIONS, List.of(), institutions);
        }
        if (most.own() && most.towns().isEmpty()) {
            return new SaidScope(resource.code(), null, ScopeKind.OWN, List.of(), List.of());
        }
        // Without a town it reaches nothing.
        ScopeKind kind = resource.kinds().contains(ScopeKind.TOWNS) ? ScopeKind.TOWNS : ScopeKind.INSTITUTIONS;
        return new SaidScope(
                resource.code(),
                null,
                kind,
                kind == ScopeKind.TOWNS ? List.copyOf(most.towns()) : List.of(),
                List.of());
    }

    /** Of what a role says, what goes on record: by the names that people know. */
    private record Content(String code, Map<String, String> scopes) {}

    /** Of all that a role says, for the log of changes. */
    Map<String, String> inWords(Collection<SaidScope> scopes) {
        Map<String, String> words = new TreeMap<>();
        for (SaidScope scope : scopes) {
            String resource = ScopedResource.of(scope.resource())
                    .map(ScopedResource::label)
                    .orElse(scope.resource());
            String which = switch (scope.kind()) {
                case TOWNS -> scope.towns().stream().map(reference::townName).collect(Collectors.joining("、", "：", ""));
                case INSTITUTIONS ->
                    scope.institutions().stream().map(this::institutionName).collect(Collectors.joining("、", "：", ""));
                case ALL, INSTITUTION, OWN -> "";
            };
            words.put(resource, scope.kind().label() + which);
        }
        return words;
    }

    private String institutionName(UUID id) {
        return reference.institution(id).map(Institution::name).orElse(id.toString());
    }

    private boolean isKnown(SaidScope scope) {
        return (scope.kind() == ScopeKind.TOWNS || scope.towns().isEmpty())
                && (scope.kind() == ScopeKind.INSTITUTIONS
                        || scope.institutions().isEmpty())
                && scope.towns().stream().allMatch(reference::hasTown)
                && scope.institutions().stream()
                        .allMatch(id -> reference.institution(id).isPresent());
    }

    private static boolean holds(RoleScopeMapper.Said said, @Nullable InstitutionType type) {
        return said.holder().isEmpty() || (type != null && said.holder().equals(type.name()));
    }

    private static SaidScope scope(RoleScopeMapper.Said said) {
        return new SaidScope(
                said.resource(),
                said.holder().isEmpty() ? null : InstitutionType.valueOf(said.holder()),
                ScopeKind.valueOf(said.kind()),
                said.towns(),
                said.institutions());
    }

    private Territory territory(Giver giver) {
        UUID institution = giver.institutionId();
        return institution == null ? Territory.NONE : tree.territoryOf(institution);
    }

    private static ProblemException refused(UserProblem problem) {
        return new ProblemException(
                problem,
                problem.title(),
                List.of(new FieldProblem("scopes", problem.name(), problem.title())),
                Map.of());
    }
}
