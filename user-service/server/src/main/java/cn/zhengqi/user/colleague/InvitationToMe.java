package cn.zhengqi.user.colleague;

import java.time.OffsetDateTime;
import java.util.UUID;

/** An invitation as who is invited sees it. */
public record InvitationToMe(
        UUID id, String enterpriseName, ColleagueRole role, String invitedByName, OffsetDateTime expiresAt) {}
