package cn.zhengqi.finance.activity;

import java.util.UUID;

/**
 * Who signs up an enterprise, and with how many people.
 *
 * @param contactPhone under which the organiser calls
 */
record Participant(
        UUID personId,
        UUID enterpriseId,
        String enterpriseName,
        boolean demo,
        int people,
        String contactName,
        String contactPhone) {}
