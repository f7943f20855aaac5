package cn.zhengqi.code.consent;

import java.time.OffsetDateTime;

/** That a consent was granted or withdrawn, when and by whom. */
public record ConsentChange(boolean granted, OffsetDateTime at, String actorName) {}
