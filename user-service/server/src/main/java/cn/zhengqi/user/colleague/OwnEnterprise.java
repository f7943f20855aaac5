package cn.zhengqi.user.colleague;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An enterprise that the person can act for.
 *
 * @param current whether they do now
 */
public record OwnEnterprise(
        UUID id, String name, String uscc, ColleagueRole role, OffsetDateTime joinedAt, boolean current) {}
