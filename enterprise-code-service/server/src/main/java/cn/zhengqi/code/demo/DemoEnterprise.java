package cn.zhengqi.code.demo;

import cn.zhengqi.kernel.Channel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of a line of {@code demo/enterprises.jsonl} that are of interest here. */
record DemoEnterprise(
        UUID id,
        String uscc,
        String name,
        String legalRep,
        String industryCode,
        String townCode,
        @Nullable DemoCode code,
        @Nullable OpenClaim openClaim) {

    record DemoCode(
            String claimedAt,
            String issuedAt,
            UUID applicantId,
            String applicantName,
            String agentPhone,
            Channel channel) {}

    record OpenClaim(String submittedAt, UUID applicantId, String applicantName, String agentPhone, Channel channel) {}
}
