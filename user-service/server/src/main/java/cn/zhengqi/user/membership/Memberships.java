package cn.zhengqi.user.membership;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.Affiliation;
import cn.zhengqi.user.api.EnterpriseLeftAlone;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.MemberJoined;
import cn.zhengqi.user.api.MemberLeft;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.register.EnterpriseDetail;
import cn.zhengqi.user.register.Register;
import cn.zhengqi.user.role.RoleScopes;
import cn.zhengqi.user.role.RolesTogether;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs where, and what follows from it. */
@Component
public class Memberships {

    static final String ENTERPRISE_VISITOR = "ENTERPRISE_VISITOR";

    private static final String ENTERPRISE_ADMIN = "ENTERPRISE_ADMIN";

    private static final List<String> SIGNED_IN_ONLY = List.of("self");

    private final MembershipMapper mapper;
    private final PeopleMapper people;
    private final Register register;
    private final ReferenceData reference;
    private final RoleScopes scopes;
    private final RolesTogether together;
    private final InstitutionTree tree;
    private final Outbox outbox;
    private final Clock clock;

    Memberships(
            MembershipMapper mapper,
            PeopleMapper people,
            Register register,
            ReferenceData reference,
            RoleScopes scopes,
            RolesTogether together,
            InstitutionTree tree,
            Outbox outbox,
            Clock clock) {
        this.mapper = mapper;
        this.people = people;
        this.register = register;
        this.reference = reference;
        this.scopes = scopes;
        this.together = together;
        this.tree = tree;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes the account a member and tells the others; a second time changes nothing, nor does it for an account that was closed. */
    @Transactional
    public void join(Membership membership, String displayName) {
        join(membership, displayName, membership.joinedAt());
    }

    private void join(Membership membership, String displayName, Instant at) {
        mapper.takeTurn(membership.accountId());
        if (mapper.isClosed(membership.accountId())) {
            return;
        }
        if (mapper.insert(membership) == 0) {
            mapper.renew(membership);
            return;
        }
        MemberJoined joined = new MemberJoined(
                membership.accountId(),
                displayName,
                membership.enterpriseId(),
                membership.institutionId(),
                membership.roleCode(),
                membership.joinedAt());
        outbox.publish(joined, mapper.nextVersion(membership.accountId()), at);
    }

    /** Another role in the same enterprise: out first, for nobody is in an enterprise in two roles. They belong to it since they first came. */
    @Transactional
    public void changeRole(UUID accountId, String displayName, UUID enterpriseId, String role, Instant at) {
        Instant since = mapper.memberSince(accountId, enterpriseId);
        leave(accountId, enterpriseId, MembershipEnding.ROLE_CHANGED, at);
        join(
                new Membership(Ids.next(), accountId, enterpriseId, null, role, since == null ? at : since),
                displayName,
                at);
    }

    /**
     * Whoever belongs to the enterprise leaves it: the code by which they came is void. Those stay who came with the one that it holds since.
     *
     * @param heldSince null: it holds none
     * @param reason why the code was revoked: who leaves with it reads it
     */
    @Transactional
    public void endAll(UUID enterpriseId, @Nullable Instant heldSince, String reason, Instant at) {
        mapper.end(enterpriseId, heldSince).forEach(ended -> ended(ended, MembershipEnding.CODE_REVOKED, reason, at));
    }

    /** Which role the account has in the enterprise; null: it is no member. */
    public @Nullable String roleIn(UUID accountId, UUID enterpriseId) {
        return mapper.roleIn(accountId, enterpriseId);
    }

    /** Takes the account out of the enterprise, in whatever role it is there. */
    @Transactional
    public void leave(UUID accountId, UUID enterpriseId, MembershipEnding why, Instant at) {
        mapper.leaveEnterprise(accountId, enterpriseId).forEach(ended -> ended(ended, why, null, at));
    }

    /** Kept for the person, and told to the others. */
    private void ended(Membership ended, MembershipEnding why, @Nullable String reason, Instant at) {
        mapper.keepEnded(Ids.next(), ended, why, reason, at);
        tellLeft(ended, at);
    }

    private void tellLeft(Membership ended, Instant at) {
        outbox.publish(
                new MemberLeft(ended.accountId(), ended.enterpriseId(), ended.institutionId(), ended.roleCode(), at),
                mapper.nextVersion(ended.accountId()),
                at);
    }

    /** From the primary: somebody may have become an administrator a moment ago. */
    @Transactional
    List<InternalPrincipals.SoleAdministration> soleAdministrations(UUID accountId) {
        return mapper.soleAdministrations(accountId);
    }

    /**
     * Makes who got its code the administrator of the enterprise. Where their account was closed while the code was on its way, nobody is, and who issued the
     * code is told.
     */
    @Transactional
    void administer(UUID accountId, String displayName, UUID enterpriseId, Instant at) {
        join(new Membership(Ids.next(), accountId, enterpriseId, null, ENTERPRISE_ADMIN, at), displayName);
        tellWhenLeftAlone(enterpriseId);
    }

    /**
     * The account is no more: it belongs nowhere, and never will again. Whoever is the last administrator of an enterprise is refused to close it; where two
     * of them did at once, or the code had only just been issued, who issued it is told.
     */
    @Transactional
    void close(UUID accountId, Instant at) {
        mapper.lockEnterprisesOf(accountId);
        mapper.takeTurn(accountId);
        mapper.close(accountId, at);
        mapper.forgetEnded(accountId);
        for (Membership ended : mapper.leaveAll(accountId)) {
            tellLeft(ended, at);
            if (ended.enterpriseId() != null && ENTERPRISE_ADMIN.equals(ended.roleCode())) {
                tellWhenLeftAlone(ended.enterpriseId());
            }
        }
    }

    private void tellWhenLeftAlone(UUID enterpriseId) {
        if (!mapper.hasAdmin(enterpriseId)) {
            outbox.publish(new EnterpriseLeftAlone(enterpriseId, clock.instant()), 0);
        }
    }

    public List<String> rolesAt(UUID accountId, UUID institutionId) {
        return mapper.rolesAt(accountId, institutionId);
    }

    /** From the primary: who got the role a moment ago is among them. */
    Set<UUID> peopleWho(@Nullable UUID institutionId, String permission, boolean withoutOperators, boolean above) {
        return people.peopleWho(institutionId, permission, withoutOperators, above);
    }

    /** People there and below who may do this. */
    List<InternalPrincipals.StaffMember> staff(UUID institutionId, String permission) {
        return people.staff(institutionId, permission);
    }

    /** Preset roles, and those that operating institutions made for their own people. */
    List<InternalPrincipals.RoleOfInstitutions> rolesOfInstitutions() {
        return people.rolesOfInstitutions().stream()
                .map(it -> new InternalPrincipals.RoleOfInstitutions(
                        it.code(),
                        it.name(),
                        it.holders().stream().map(InstitutionType::valueOf).collect(Collectors.toSet())))
                .toList();
    }

    /** @param institutionId null: of the institutions that operate the platform */
    Set<UUID> holders(@Nullable UUID institutionId, String role) {
        return people.holders(institutionId, role);
    }

    /**
     * Those of them to whom a record is open that lies in this town, as their tokens would say. Who reaches their own work alone is not among them: of a new
     * record nobody has done any.
     *
     * @param townCode null: nobody knows where it lies, and only who reaches all is meant
     */
    Set<UUID> reaching(Set<UUID> people, ScopedResource resource, @Nullable String townCode) {
        record At(UUID institution, List<String> roles) {}
        Map<At, Boolean> reached = new HashMap<>();
        return this.people.posts(List.copyOf(people)).stream()
                .filter(post -> reached.computeIfAbsent(
                        new At(post.institutionId(), post.roles()),
                        at -> reaches(at.institution(), at.roles(), resource, townCode)))
                .map(PeopleMapper.Post::accountId)
                .collect(Collectors.toSet());
    }

    private boolean reaches(
            UUID institutionId, List<String> roles, ScopedResource resource, @Nullable String townCode) {
        InstitutionType type =
                reference.institution(institutionId).map(Institution::type).orElse(null);
        Reach reach = scopes.together(roles, type).getOrDefault(resource, Reach.NONE);
        return reach.comesTo(townCode, tree.territoryOf(institutionId));
    }

    /**
     * Gives a person of an institution a role.
     *
     * @throws ProblemException DUTY_CONFLICT
     */
    @Transactional
    public void grant(
            UUID accountId, String displayName, UUID institutionId, String role, Instant at, UUID by, String byName) {
        try {
            join(new Membership(Ids.next(), accountId, null, institutionId, role, at), displayName);
        } catch (DuplicateKeyException twoDuties) {
            throw UserProblem.DUTY_CONFLICT.at("roles");
        }
        mapper.signGrant(accountId, institutionId, role, by, byName);
    }

    /** Takes a role from a person of an institution. */
    @Transactional
    public void revoke(UUID accountId, UUID institutionId, String role, Instant at) {
        mapper.leave(accountId, institutionId, role)
                .forEach(ended -> ended(ended, MembershipEnding.ROLE_TAKEN, null, at));
    }

    @Transactional(readOnly = true)
    List<Affiliation> affiliations(List<UUID> accounts) {
        return mapper.affiliations(accounts);
    }

    /** Who the account is to the platform, when it has chosen nothing. */
    @Transactional
    public Principal principal(UUID accountId, UserType userType) {
        return principal(accountId, userType, null);
    }

    /**
     * Who the account is to the platform. It acts for the enterprise that was chosen, if it belongs to it, or else the one that it joined last, and for the
     * institution that it joined last; and only with the roles that it has there. From the primary, because tokens are made of it: rights that were taken away a moment ago are gone.
     */
    @Transactional
    public Principal principal(UUID accountId, UserType userType, @Nullable UUID chosen) {
        List<Membership> memberships = mapper.of(accountId);
        UUID enterpriseId = chosen != null && memberships.stream().anyMatch(m -> chosen.equals(m.enterpriseId()))
                ? chosen
                : latest(memberships, Membership::enterpriseId);
        UUID institutionId = latest(memberships, Membership::institutionId);
        List<String> roles = memberships.stream()
                .filter(m -> m.enterpriseId() != null
                        ? m.enterpriseId().equals(enterpriseId)
                        : Objects.equals(m.institutionId(), institutionId))
                .map(Membership::roleCode)
                .distinct()
                .toList();
        if (roles.isEmpty() && userType == UserType.ENTERPRISE) {
            roles = List.of(ENTERPRISE_VISITOR);
        }
        EnterpriseDetail enterprise = enterpriseId == null ? null : register.detail(enterpriseId);
        Institution institution = institutionId == null
                ? null
                : reference.institution(institutionId).orElse(null);
        Territory here = institutionId == null ? Territory.NONE : tree.territoryOf(institutionId);
        RolesTogether.Rights rights = together.of(roles, institution == null ? null : institution.type());
        return new Principal(
                enterpriseId,
                enterprise == null ? null : enterprise.name(),
                enterprise == null ? null : enterprise.uscc(),
                institutionId,
                institution == null ? null : institution.name(),
                institution == null ? null : institution.type(),
                roles,
                roles.isEmpty() ? SIGNED_IN_ONLY : rights.permissions(),
                rights.fieldRules(),
                rights.reaches().entrySet().stream()
                        .collect(Collectors.toMap(
                                reached -> reached.getKey().code(),
                                reached -> reached.getValue().word())),
                here.institutions().stream()
                        .filter(id -> !id.equals(institutionId))
                        .sorted()
                        .toList(),
                here.towns().stream().sorted().toList(),
                institution == null || roles.isEmpty() ? List.of() : mapper.ownRoleNames(roles));
    }

    private static @Nullable UUID latest(List<Membership> latestFirst, Function<Membership, @Nullable UUID> joined) {
        for (Membership membership : latestFirst) {
            UUID id = joined.apply(membership);
            if (id != null) {
                return id;
            }
        }
        return null;
    }
}
