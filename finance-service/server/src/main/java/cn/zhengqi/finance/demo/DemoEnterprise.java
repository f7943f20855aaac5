package cn.zhengqi.finance.demo;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.DemoFiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of {@code demo/enterprises.jsonl}, as far as applications need it. */
public record DemoEnterprise(
        UUID id, String name, String townCode, @Nullable Code code, Facts facts) {

    public record Code(String issuedAt, UUID applicantId, String applicantName, String agentPhone, String channel) {}

    /**
     * What is known of its size.
     *
     * @param revenue 万元, newest year first; absent where it is not known
     */
    public record Facts(@Nullable List<@Nullable BigDecimal> revenue) {}

    /** Those that hold a code, in the order of the file. */
    public static List<DemoEnterprise> certified() {
        return DemoFiles.enterprises().stream()
                .map(line -> Json.MAPPER.readValue(line, DemoEnterprise.class))
                .filter(enterprise -> enterprise.code() != null)
                .toList();
    }

    public Code holder() {
        if (code == null) {
            throw new IllegalStateException(name + " holds no code");
        }
        return code;
    }

    Instant certifiedAt(Instant now) {
        return DemoFiles.move(holder().issuedAt(), now);
    }

    /** Last year's revenue in 万元; a modest one where it is not known. */
    int revenueWan() {
        List<@Nullable BigDecimal> years = facts.revenue();
        BigDecimal latest = years == null || years.isEmpty() ? null : years.getFirst();
        return latest == null ? 300 : Math.max(60, latest.intValue());
    }
}
