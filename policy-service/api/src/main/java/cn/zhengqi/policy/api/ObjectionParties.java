package cn.zhengqi.policy.api;

import java.util.UUID;

/**
 * What an objection is about, the same in every fact about it. Neither its words nor a phone: those are read where the field rules hold.
 *
 * @param declaration whether to a declaration; to a payment otherwise
 * @param accountId of the person who objects
 */
public record ObjectionParties(
        UUID objectionId,
        boolean declaration,
        UUID noticeId,
        String projectTitle,
        String enterpriseName,
        UUID institutionId,
        String institutionName,
        UUID accountId) {}
