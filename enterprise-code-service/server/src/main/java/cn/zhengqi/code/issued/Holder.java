package cn.zhengqi.code.issued;

import java.util.UUID;

/** The enterprise that a code is issued to, and the approved claim that it follows from. */
public record Holder(
        UUID enterpriseId,
        String enterpriseName,
        String uscc,
        String townCode,
        String industryCode,
        boolean demo,
        UUID claimId,
        UUID applicantId,
        String applicantName) {}
