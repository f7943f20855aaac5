package cn.zhengqi.code.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The consent centre, for services in which a person of the enterprise grants or withdraws what they are about to use. */
@FeignClient(name = "enterprise-code-service", contextId = "internal-consents", path = "/internal/consents")
public interface InternalConsents {

    /** What the person says, and who they are. */
    record Wish(boolean granted, UUID actorId, String actorName) {}

    /**
     * The consent that was given with a loan application.
     *
     * @param applicantId the person who gave it
     */
    record WithApplication(String bankName, String applicationNumber, UUID applicantId, Instant givenAt) {}

    /**
     * Another system wants to read what fits an enterprise.
     *
     * @param keyId of the system's key
     * @param sandbox it sees demo enterprises only
     * @param content of the dynamic code that the enterprise shows; or {@code uscc} of one that has consented
     */
    record SystemAsks(
            UUID keyId,
            String systemName,
            UUID ownerId,
            String ownerName,
            boolean sandbox,
            @Nullable String content,
            @Nullable String uscc) {}

    /** The enterprise that may be read; or why not, as a problem of which the caller is told. */
    record SystemMay(
            @Nullable NamedEnterprise enterprise, @Nullable Refusal refusal) {}

    record NamedEnterprise(UUID id, String name, String uscc) {}

    record Refusal(String code, int status, String title, String detail) {}

    /** How the consent to a bank stands. */
    record ToBank(ConsentStanding standing) {}

    /** Grants or withdraws; saying the same again changes nothing, and the answer says whether this did, and since when it has been granted. */
    @PutMapping("/{enterpriseId}/{category}")
    ConsentState set(
            @PathVariable("enterpriseId") UUID enterpriseId,
            @PathVariable("category") ConsentCategory category,
            @RequestBody Wish wish);

    /**
     * Whether a bank may read the register data of an enterprise that applied to it. The consent of the application is entered
     * where it is not known yet; what the enterprise said later stands.
     */
    @PutMapping("/{enterpriseId}/banks/{bankId}")
    ToBank toBank(
            @PathVariable("enterpriseId") UUID enterpriseId,
            @PathVariable("bankId") UUID bankId,
            @RequestBody WithApplication application);

    /**
     * Whether a bank may read the report of an enterprise now: it takes the consent to read the register data, asked for as above, and that to the report, which no
     * application brings with it.
     */
    @PutMapping("/{enterpriseId}/banks/{bankId}/report")
    ToBank reportToBank(
            @PathVariable("enterpriseId") UUID enterpriseId,
            @PathVariable("bankId") UUID bankId,
            @RequestBody WithApplication application);

    /**
     * Whether a system may read now what fits an enterprise; where it may, the reading is on the enterprise's record. Where the enterprise shows its code and has
     * not consented yet, it finds the question in its consent centre.
     */
    @PostMapping("/systems")
    SystemMay readBySystem(@RequestBody SystemAsks asks);
}
