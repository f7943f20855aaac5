package cn.zhengqi.user.api;

import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.ScopedResource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Who an account is to the platform, asked at sign-in, by the log of sign-ins and before a file is written for somebody; and who may do something, asked when there is something to do. */
@FeignClient(name = "user-service", contextId = "internal-principals", path = "/internal/principals")
public interface InternalPrincipals {

    /**
     * People of institutions whose roles allow this there where they act, and whose accounts are not switched off.
     *
     * @param institutionId so far as they act for this one; null: for whichever
     * @param resource of whose records one is meant to which their roles have to reach; null: however far they reach
     * @param townCode where that record lies; null: nobody knows, so that only those are meant who reach all
     * @param withoutOperators whether those are left out who act for an institution that operates the platform
     * @param above whether those are meant too who act for an institution above that one
     */
    @GetMapping
    Set<UUID> people(
            @RequestParam(name = "institutionId", required = false) @Nullable UUID institutionId,
            @RequestParam("permission") String permission,
            @RequestParam(name = "resource", required = false) @Nullable ScopedResource resource,
            @RequestParam(name = "townCode", required = false) @Nullable String townCode,
            @RequestParam(name = "withoutOperators", defaultValue = "false") boolean withoutOperators,
            @RequestParam(name = "above", defaultValue = "false") boolean above);

    /** Somebody of an institution, by the name that colleagues read. */
    record StaffMember(UUID accountId, String name, UUID institutionId, String institutionName) {}

    /** People of this institution and of all below it whose roles allow this there, and whose accounts are not switched off. */
    @GetMapping("/staff")
    List<StaffMember> staff(
            @RequestParam("institutionId") UUID institutionId, @RequestParam("permission") String permission);

    /**
     * A role that people of institutions have.
     *
     * @param holders types of institutions whose people may have it
     */
    record RoleOfInstitutions(String code, String name, Set<InstitutionType> holders) {

        public RoleOfInstitutions {
            holders = Set.copyOf(holders);
        }
    }

    /** Preset roles, and those that operating institutions made for their own people. */
    @GetMapping("/roles")
    List<RoleOfInstitutions> roles();

    /**
     * People who have this role where they act, and whose accounts are not switched off.
     *
     * @param institutionId of this institution; null: of those that operate the platform
     */
    @GetMapping("/holders")
    Set<UUID> holders(
            @RequestParam(name = "institutionId", required = false) @Nullable UUID institutionId,
            @RequestParam("role") String role);

    int MOST_ACCOUNTS = 500;

    /**
     * An account without memberships gets what its user type may do.
     *
     * @param enterpriseId the enterprise that the person chose to act for; null, or one that they are not a member of: the one joined last
     */
    @GetMapping("/{accountId}")
    Principal principal(
            @PathVariable("accountId") UUID accountId,
            @RequestParam("userType") UserType userType,
            @RequestParam(name = "enterpriseId", required = false) @Nullable UUID enterpriseId);

    /** An enterprise that would have nobody to administer it without the account. */
    record SoleAdministration(UUID enterpriseId, String enterpriseName) {}

    /** The enterprises that this account, and no other that gets in, administers. */
    @GetMapping("/{accountId}/sole-administrations")
    List<SoleAdministration> soleAdministrations(@PathVariable("accountId") UUID accountId);

    /** Whether an account may act for an enterprise at this moment. */
    record Standing(boolean member) {}

    @GetMapping("/{accountId}/enterprises/{enterpriseId}")
    Standing standing(@PathVariable("accountId") UUID accountId, @PathVariable("enterpriseId") UUID enterpriseId);

    /**
     * For whom these accounts act; of one that acts for nobody nothing is said.
     *
     * @param accounts at most {@value #MOST_ACCOUNTS}
     */
    @PostMapping("/affiliations")
    List<Affiliation> affiliations(@RequestBody Collection<UUID> accounts);
}
