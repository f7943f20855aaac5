package cn.zhengqi.user.membership;

import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.user.api.Affiliation;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.web.Callers;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * For auth-service, which puts the answers into tokens and beside its log, for message-service, which tells those who can act, for finance-service, where a bank gives its work to its people,
 * for enterprise-code-service, before who acts for an enterprise answers for its code; and for ops-service, which writes a long file for somebody when they are not there.
 */
@RestController
@RequestMapping("/internal/principals")
class InternalPrincipalsEndpoint {

    private final Memberships memberships;

    InternalPrincipalsEndpoint(Memberships memberships) {
        this.memberships = memberships;
    }

    @Callers("message-service")
    @GetMapping
    Set<UUID> people(
            @RequestParam(required = false) @Nullable UUID institutionId,
            @RequestParam String permission,
            @RequestParam(required = false) @Nullable ScopedResource resource,
            @RequestParam(required = false) @Nullable String townCode,
            @RequestParam(defaultValue = "false") boolean withoutOperators,
            @RequestParam(defaultValue = "false") boolean above) {
        Set<UUID> people = memberships.peopleWho(institutionId, permission, withoutOperators, above);
        return resource == null ? people : memberships.reaching(people, resource, townCode);
    }

    @Callers({"finance-service", "message-service", "policy-service"})
    @GetMapping("/staff")
    List<InternalPrincipals.StaffMember> staff(@RequestParam UUID institutionId, @RequestParam String permission) {
        return memberships.staff(institutionId, permission);
    }

    @Callers("message-service")
    @GetMapping("/roles")
    List<InternalPrincipals.RoleOfInstitutions> roles() {
        return memberships.rolesOfInstitutions();
    }

    @Callers("message-service")
    @GetMapping("/holders")
    Set<UUID> holders(@RequestParam(required = false) @Nullable UUID institutionId, @RequestParam String role) {
        return memberships.holders(institutionId, role);
    }

    @Callers({"auth-service", "ops-service"})
    @GetMapping("/{accountId}")
    Principal principal(
            @PathVariable UUID accountId,
            @RequestParam UserType userType,
            @RequestParam(required = false) @Nullable UUID enterpriseId) {
        return memberships.principal(accountId, userType, enterpriseId);
    }

    @Callers("auth-service")
    @GetMapping("/{accountId}/sole-administrations")
    List<InternalPrincipals.SoleAdministration> soleAdministrations(@PathVariable UUID accountId) {
        return memberships.soleAdministrations(accountId);
    }

    @Callers("enterprise-code-service")
    @GetMapping("/{accountId}/enterprises/{enterpriseId}")
    InternalPrincipals.Standing standing(@PathVariable UUID accountId, @PathVariable UUID enterpriseId) {
        return new InternalPrincipals.Standing(memberships.roleIn(accountId, enterpriseId) != null);
    }

    @Callers("auth-service")
    @PostMapping("/affiliations")
    List<Affiliation> affiliations(
            @RequestBody @NotNull @Size(max = InternalPrincipals.MOST_ACCOUNTS) List<@NotNull UUID> accounts) {
        return memberships.affiliations(accounts);
    }
}
