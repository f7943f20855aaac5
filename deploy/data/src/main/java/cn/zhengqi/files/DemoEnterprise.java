package cn.zhengqi.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise of the demo: what the register has of it, who claimed its code, and what is known of it beyond. Its times are to be moved with
 * {@link DemoFiles#move}.
 *
 * @param registeredCapital 万元
 * @param industryCode GB/T 4754-2017 with its section letter, as C3484
 * @param code absent for those that have none
 * @param openClaim absent where no claim waits for review
 * @param facts by name, as in a profile; what the file leaves open is absent
 */
public record DemoEnterprise(
        UUID id,
        String uscc,
        String name,
        String entityType,
        String legalRep,
        BigDecimal registeredCapital,
        LocalDate establishedOn,
        String industryCode,
        String townCode,
        String regionCode,
        String address,
        String status,
        String registeredAt,
        List<Share> shareholders,
        List<Share> investments,
        List<Owned> assets,
        List<CourtCase> judicial,
        @Nullable Code code,
        @Nullable OpenClaim openClaim,
        Map<String, Object> facts) {

    public DemoEnterprise {
        Map<String, Object> known = new LinkedHashMap<>(facts);
        known.values().removeIf(value -> value == null);
        facts = Collections.unmodifiableMap(known);
    }

    /** Of one that has a code. */
    public Code holder() {
        if (code == null) {
            throw new IllegalStateException(name + " holds no code");
        }
        return code;
    }

    /** @param ratio per cent */
    public record Share(String name, BigDecimal ratio) {}

    public record Owned(String kind, String description) {}

    public record CourtCase(String kind, String title, LocalDate date) {}

    /** @param channel PC or WECHAT */
    public record Code(
            String claimedAt,
            String issuedAt,
            UUID applicantId,
            String applicantName,
            String agentPhone,
            String channel) {}

    /** @param channel as in {@link Code} */
    public record OpenClaim(
            String submittedAt, UUID applicantId, String applicantName, String agentPhone, String channel) {}
}
