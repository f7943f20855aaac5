package cn.zhengqi.message.notification;

import org.jspecify.annotations.Nullable;

/**
 * How many an audience is.
 *
 * @param people none twice
 * @param weChat how many of them have bound WeChat; absent while nobody says so, or where they are too many to ask
 * @param phone how many of them have a phone that is theirs
 * @param needsApproval whether a second person has to approve
 */
public record Reached(
        long people, @Nullable Long weChat, @Nullable Long phone, boolean needsApproval) {}
